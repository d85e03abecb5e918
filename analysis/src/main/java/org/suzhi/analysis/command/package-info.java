/** The command line: analyse a specification without a server. */
@NullMarked
package org.suzhi.analysis.command;

import org.jspecify.annotations.NullMarked;
