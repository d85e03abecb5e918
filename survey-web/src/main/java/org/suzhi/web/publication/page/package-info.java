/** Turns a published series into the public pages: sentences, charts, tables and downloads in the reader's language. */
@NullMarked
package org.suzhi.web.publication.page;

import org.jspecify.annotations.NullMarked;
