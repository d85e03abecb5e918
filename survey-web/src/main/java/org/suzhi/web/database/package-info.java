/** The database: an embedded PostgreSQL kept in the data folder, or a server named by the environment. */
@NullMarked
package org.suzhi.web.database;

import org.jspecify.annotations.NullMarked;
