package org.suzhi.web.publication;

import java.util.Locale;
import java.util.Optional;

/** Where the pages find what has been published. */
public interface Publications {
    /** The newest published series; empty while nothing has been published. */
    Optional<PublishedSeries> current();

    /** The name that the survey itself gives a level, such as a town's; empty where it gives none. */
    Optional<String> levelName(String dimension, String code, Locale locale);
}
