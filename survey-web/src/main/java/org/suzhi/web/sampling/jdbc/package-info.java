/** Storage of this feature in PostgreSQL. */
@NullMarked
package org.suzhi.web.sampling.jdbc;

import org.jspecify.annotations.NullMarked;
