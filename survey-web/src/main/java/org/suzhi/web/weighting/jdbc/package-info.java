/** The tables of this feature. */
@NullMarked
package org.suzhi.web.weighting.jdbc;

import org.jspecify.annotations.NullMarked;
