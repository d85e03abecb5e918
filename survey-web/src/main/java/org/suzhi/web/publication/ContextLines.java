package org.suzhi.web.publication;

import java.util.List;

/** The lines published elsewhere that a survey's trend is shown beside. */
public interface ContextLines {
    /** In the order in which they are named. */
    List<ContextLine> of(long surveyId);

    /** Puts a survey's lines in the place of those it had. */
    void replace(long surveyId, List<ContextLine> lines);
}
