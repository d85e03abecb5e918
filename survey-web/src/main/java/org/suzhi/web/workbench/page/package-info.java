/** The pages of this feature. */
@NullMarked
package org.suzhi.web.workbench.page;

import org.jspecify.annotations.NullMarked;
