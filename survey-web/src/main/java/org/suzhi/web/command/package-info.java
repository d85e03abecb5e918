/** The commands of the launcher: demo, serve, user and export with the server, form and sample without it. */
@NullMarked
package org.suzhi.web.command;

import org.jspecify.annotations.NullMarked;
