/** Charts of rates with their intervals, drawn once and rendered as SVG or PNG; holds no language of its own. */
@NullMarked
package org.suzhi.analysis.chart;

import org.jspecify.annotations.NullMarked;
