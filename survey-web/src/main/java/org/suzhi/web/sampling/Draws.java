package org.suzhi.web.sampling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suzhi.sampling.DrawnMember;
import org.suzhi.sampling.DrawnPsu;

/** The store of draws; a draw never changes, and one of a wave's draws can become its sample. */
public interface Draws {
    /** What a new draw is made of. */
    record NewDraw(
            long waveId,
            StoredFrame frame,
            String plan,
            long seed,
            String engineVersion,
            String sampleSha256,
            long drawnBy) {}

    /** The draw that became a wave's sample. */
    record Accepted(long drawId, String by, Instant at) {}

    /** One of the cases that a draw makes: a person or household of a unit. */
    record DrawnCase(String code, DrawnPsu psu, int position, int line, String kishTable) {}

    /** One of the cases that a draw makes from a list of persons. */
    record ListCase(String code, DrawnMember drawn) {
        /** The stratum that it comes from, beside those of areas. */
        public String stratum() {
            return drawn.member().list() + "/" + drawn.member().stratum();
        }
    }

    /**
     * A case in reserve.
     *
     * @param unit code of the unit, or list and stratum
     * @param position in the order in which the unit's reserves are called upon, from 1
     */
    record Reserve(
            String code,
            String unit,
            String town,
            int position,
            @Nullable Integer line,
            String kishTable,
            boolean released) {}

    long add(NewDraw draw);

    Optional<StoredDraw> find(long drawId);

    /** The draws of a wave, the newest first. */
    List<StoredDraw> ofWave(long waveId);

    Optional<Accepted> accepted(long waveId);

    /** Marks a draw as its wave's sample; false where the wave has one already. */
    boolean accept(long waveId, long drawId, long userId);

    /** Adds to the units of a wave's sample how they came in and where they lie. */
    void describe(long waveId, String secondStage, List<DrawnPsu> sample);

    /** Adds to a wave's cases which line of the list each is. */
    void describeCases(long waveId, List<DrawnCase> cases);

    /** Adds members of lists to a wave's sample, each a sampling unit of its own. */
    void addMembers(long waveId, List<ListCase> members);

    void addReserves(long waveId, List<Reserve> reserves);

    /** A wave's reserves by unit, in the order in which they are called upon; none may change while the caller decides. */
    List<Reserve> reserves(long waveId);

    /** Marks reserves as cases. */
    void release(long waveId, List<String> codes, long userId, String reason);

    /** Counts released persons or households of a unit among the invited. */
    void invite(long waveId, String unit, int more);

    /** Sets the inclusion probability of all members of a stratum of a list. */
    void setProbability(long waveId, String stratum, double probability);
}
