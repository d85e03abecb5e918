/** Extracts: the rows of a wave as columns with their hash, put together once and kept. */
@NullMarked
package org.suzhi.web.extract;

import org.jspecify.annotations.NullMarked;
