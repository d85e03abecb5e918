/**
 * Division of work: which unit leads and shares which action of the plan, the targets it counts, its phases, and where each
 * stands by published rates and entered values.
 */
@NullMarked
package org.suzhi.web.division;

import org.jspecify.annotations.NullMarked;
