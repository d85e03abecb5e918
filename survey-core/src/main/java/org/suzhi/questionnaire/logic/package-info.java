/** XPath 1.0 with the ODK function library over instance trees: what binds and choice filters mean. */
@NullMarked
package org.suzhi.questionnaire.logic;

import org.jspecify.annotations.NullMarked;
