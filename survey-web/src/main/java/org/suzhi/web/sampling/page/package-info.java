/** The pages of this feature. */
@NullMarked
package org.suzhi.web.sampling.page;

import org.jspecify.annotations.NullMarked;
