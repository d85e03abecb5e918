/** Storage of this feature in PostgreSQL. */
@NullMarked
package org.suzhi.web.export.jdbc;

import org.jspecify.annotations.NullMarked;
