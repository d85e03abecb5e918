/** Storage of this feature in PostgreSQL. */
@NullMarked
package org.suzhi.web.extract.jdbc;

import org.jspecify.annotations.NullMarked;
