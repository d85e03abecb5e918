/** Expressions over the columns of an extract and over estimates: conditions, derived columns, contrasts. */
@NullMarked
package org.suzhi.analysis.expression;

import org.jspecify.annotations.NullMarked;
