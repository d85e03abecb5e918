/** Pages on which authors hand in, look at and publish questionnaires. */
@NullMarked
package org.suzhi.web.questionnaire.page;

import org.jspecify.annotations.NullMarked;
