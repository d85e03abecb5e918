/** Microdata: the immutable columnar extract, all that analysis may see. */
@NullMarked
package org.suzhi.microdata;

import org.jspecify.annotations.NullMarked;
