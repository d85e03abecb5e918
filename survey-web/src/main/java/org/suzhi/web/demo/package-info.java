/** The demonstration: loads the synthetic county and tells what came out. */
@NullMarked
package org.suzhi.web.demo;

import org.jspecify.annotations.NullMarked;
