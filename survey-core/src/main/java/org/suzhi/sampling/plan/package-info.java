/** How many interviews a survey needs and how they are shared among the strata, before anything is drawn. */
@NullMarked
package org.suzhi.sampling.plan;

import org.jspecify.annotations.NullMarked;
