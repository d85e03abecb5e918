/** Questionnaires: XLSForm in, XForm inside, items, choices and scoring. */
@NullMarked
package org.suzhi.questionnaire;

import org.jspecify.annotations.NullMarked;
