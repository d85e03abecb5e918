package org.suzhi.web.publication;

import java.util.Locale;
import java.util.Optional;

/** Where the pages find what has been published. */
public interface Publications {
    /** The series as the public may see it; empty while nothing has been published. */
    Optional<PublishedSeries> current();

    /** What is missing while nothing has been published. */
    Missing missing();

    /**
     * The series with the newest figures of waves that are not published yet, for those who run the survey: small cells are marked, but
     * figures from which they could be found out are not.
     */
    Optional<PublishedSeries> live();

    /**
     * The headline figures of one wave as they were published, to be quoted for good: also when they have been corrected since.
     *
     * @param publication its id
     * @return a series of that wave alone; empty where there is no such publication
     */
    Optional<PublishedSeries> published(long publication);

    /** The name that the survey itself gives a level, such as a town's; empty where it gives none. */
    Optional<String> levelName(String dimension, String code, Locale locale);
}
