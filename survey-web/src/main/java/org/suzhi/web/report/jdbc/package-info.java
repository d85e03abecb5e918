/** Word templates as stored. */
@NullMarked
package org.suzhi.web.report.jdbc;

import org.jspecify.annotations.NullMarked;
