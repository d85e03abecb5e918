/** Storage of this feature in PostgreSQL. */
@NullMarked
package org.suzhi.web.account.jdbc;

import org.jspecify.annotations.NullMarked;
