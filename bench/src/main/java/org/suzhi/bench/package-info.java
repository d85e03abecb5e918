/** Benchmarks and simulations. */
@NullMarked
package org.suzhi.bench;

import org.jspecify.annotations.NullMarked;
