package org.suzhi.web.publication;

import java.util.Locale;
import java.util.Optional;

/** Where the pages find what has been published. */
public interface Publications {
    /** The newest published series; empty while nothing has been published. */
    Optional<PublishedSeries> current();

    /** The name of a town in a reader's language; the code itself if it has none. Asked for every row shown. */
    String townName(String code, Locale locale);
}
