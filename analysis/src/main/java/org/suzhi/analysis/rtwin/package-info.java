/** An analysis written again as an R script that recomputes it and prints the differences. */
@NullMarked
package org.suzhi.analysis.rtwin;

import org.jspecify.annotations.NullMarked;
