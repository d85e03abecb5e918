/** Storage of this feature in PostgreSQL. */
@NullMarked
package org.suzhi.web.questionnaire.jdbc;

import org.jspecify.annotations.NullMarked;
