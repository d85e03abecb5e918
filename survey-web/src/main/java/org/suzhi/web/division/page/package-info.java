/** Reads a plan together with what is published, in the reader's language: for its pages, its JSON and reports. */
@NamedInterface("page")
@NullMarked
package org.suzhi.web.division.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
