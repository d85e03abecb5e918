/** Published questionnaire versions, immutable, and their compiled form logic. */
@NullMarked
package org.suzhi.web.questionnaire;

import org.jspecify.annotations.NullMarked;
