/** Publication: runs the analysis of a wave and holds the published numbers. */
@NullMarked
package org.suzhi.web.publication;

import org.jspecify.annotations.NullMarked;
