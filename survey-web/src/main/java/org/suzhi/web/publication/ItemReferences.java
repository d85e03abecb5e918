package org.suzhi.web.publication;

import java.util.List;

/** The published figures with which a survey's items are compared. */
public interface ItemReferences {
    /** By item, place and year; of several sources the one that tells its n first. */
    List<ItemReference> of(long surveyId);

    /** Puts a survey's references in the place of those it had. */
    void replace(long surveyId, List<ItemReference> references);
}
