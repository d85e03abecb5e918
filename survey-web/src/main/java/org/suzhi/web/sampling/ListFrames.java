package org.suzhi.web.sampling;

import java.util.List;
import org.suzhi.sampling.ListMember;

/** The store of lists of persons that waves are drawn from beside their areas. */
public interface ListFrames {
    /** Stores a list with its members, all or nothing. */
    long add(long waveId, String group, Frames.Origin origin, List<ListMember> members, long importedBy);

    /** The newest list of each group, by group. */
    List<StoredList> newest(long waveId);

    /** The lists that a draw was made from. */
    List<StoredList> ofDraw(long drawId);

    /** Keeps which lists a draw was made from. */
    void used(long drawId, List<StoredList> lists);

    /** The members of a list in the order of its file. */
    List<ListMember> members(StoredList list);
}
