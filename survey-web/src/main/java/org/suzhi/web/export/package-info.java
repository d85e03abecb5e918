/** Exports: the approved responses of a wave as files for other programs, with their codebook and an R script. */
@NullMarked
package org.suzhi.web.export;

import org.jspecify.annotations.NullMarked;
