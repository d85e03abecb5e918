/** Multiple imputation of items that respondents left without an answer. */
@NullMarked
package org.suzhi.analysis.imputation;

import org.jspecify.annotations.NullMarked;
