/** Supervision: the pages on which the fieldwork is set up, handed out and watched, and accounts are kept. */
@NullMarked
package org.suzhi.web.supervision;

import org.jspecify.annotations.NullMarked;
