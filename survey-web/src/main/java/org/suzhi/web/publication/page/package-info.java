/** Turns a published series into words, charts and tables in the reader's language: for the public pages, and for reports. */
@NamedInterface("page")
@NullMarked
package org.suzhi.web.publication.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
