/** Storage of this feature in PostgreSQL. */
@NullMarked
package org.suzhi.web.fieldwork.jdbc;

import org.jspecify.annotations.NullMarked;
