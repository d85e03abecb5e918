/** Storage of this feature in PostgreSQL. */
@NullMarked
package org.suzhi.web.quality.jdbc;

import org.jspecify.annotations.NullMarked;
