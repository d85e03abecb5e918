/** Storage of this feature in PostgreSQL. */
@NullMarked
package org.suzhi.web.collection.jdbc;

import org.jspecify.annotations.NullMarked;
