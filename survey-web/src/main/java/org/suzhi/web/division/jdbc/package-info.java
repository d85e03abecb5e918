/** Storage of this feature in PostgreSQL. */
@NullMarked
package org.suzhi.web.division.jdbc;

import org.jspecify.annotations.NullMarked;
