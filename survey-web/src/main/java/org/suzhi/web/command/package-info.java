/** The commands of the launcher that need the server: demo, serve, user, export. */
@NullMarked
package org.suzhi.web.command;

import org.jspecify.annotations.NullMarked;
