/** The sampling design: rows, strata, PSUs, weights and finite population corrections. */
@NullMarked
package org.suzhi.analysis.design;

import org.jspecify.annotations.NullMarked;
