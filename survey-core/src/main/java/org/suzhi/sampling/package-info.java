/** From a list of villages to a drawn sample: frame, plan, allocation, selection, inclusion probabilities. */
@NullMarked
package org.suzhi.sampling;

import org.jspecify.annotations.NullMarked;
