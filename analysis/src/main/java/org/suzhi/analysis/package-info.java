/** Design-based estimation of survey data; the sub-packages follow the way from design to report. */
@NullMarked
package org.suzhi.analysis;

import org.jspecify.annotations.NullMarked;
