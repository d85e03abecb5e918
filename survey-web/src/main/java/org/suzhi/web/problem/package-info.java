/** Problems told to a client: one catalogue of codes, worded in both languages. */
@NullMarked
package org.suzhi.web.problem;

import org.jspecify.annotations.NullMarked;
