/** Weighting: the population totals of a wave, the plan by which its weights are made, and what each step did. */
@NullMarked
package org.suzhi.web.weighting;

import org.jspecify.annotations.NullMarked;
