/** The file formats of exports, each written as a stream. */
@NullMarked
package org.suzhi.web.export.format;

import org.jspecify.annotations.NullMarked;
