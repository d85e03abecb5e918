/** Disclosure control: which figures are withheld so that nothing published tells of too few respondents. */
@NullMarked
package org.suzhi.analysis.disclosure;

import org.jspecify.annotations.NullMarked;
