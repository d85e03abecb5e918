/** The Suzhi server and its commands. */
@NullMarked
package org.suzhi.web;

import org.jspecify.annotations.NullMarked;
