/** Tests: contrasts, tables, goodness of fit, t and rank tests. */
@NullMarked
package org.suzhi.analysis.inference;

import org.jspecify.annotations.NullMarked;
