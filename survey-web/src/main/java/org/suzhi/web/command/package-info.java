/** The commands of the launcher: demo, serve and user with the server, form without it. */
@NullMarked
package org.suzhi.web.command;

import org.jspecify.annotations.NullMarked;
