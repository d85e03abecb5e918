/** The table that every export writes: its variables, its rows one after another, what they are about. */
@NullMarked
package org.suzhi.web.export.table;

import org.jspecify.annotations.NullMarked;
