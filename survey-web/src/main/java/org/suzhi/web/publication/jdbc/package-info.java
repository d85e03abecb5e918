/** Storage of this feature in PostgreSQL. */
@NullMarked
package org.suzhi.web.publication.jdbc;

import org.jspecify.annotations.NullMarked;
