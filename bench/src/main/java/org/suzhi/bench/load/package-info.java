/** Load on a running server over loopback: accepted submissions per second, beside plain inserts of the same rows. */
@NullMarked
package org.suzhi.bench.load;

import org.jspecify.annotations.NullMarked;
