/** The pages of this feature, and its JSON. */
@NullMarked
package org.suzhi.web.division.page;

import org.jspecify.annotations.NullMarked;
