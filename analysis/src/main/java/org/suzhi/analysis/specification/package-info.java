/** The written form of a whole analysis, how it is run, and the result. */
@NullMarked
package org.suzhi.analysis.specification;

import org.jspecify.annotations.NullMarked;
