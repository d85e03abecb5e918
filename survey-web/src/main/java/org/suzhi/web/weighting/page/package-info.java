/** The pages of this feature. */
@NullMarked
package org.suzhi.web.weighting.page;

import org.jspecify.annotations.NullMarked;
