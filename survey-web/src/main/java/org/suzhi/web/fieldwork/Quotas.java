package org.suzhi.web.fieldwork;

import java.util.List;

/** Responses wanted by town and group. */
public interface Quotas {
    /** The group code that stands for a whole town. */
    String WHOLE_TOWN = "";

    /** Responses wanted from a group in a town. */
    record Quota(String townCode, String groupCode, int target) {}

    List<Quota> of(long waveId);

    /** Replaces the quotas of a wave. */
    void set(long waveId, List<Quota> quotas);

    /** Sets each town's target to the persons invited there, and leaves no target for groups. */
    void setToInvited(long waveId);
}
