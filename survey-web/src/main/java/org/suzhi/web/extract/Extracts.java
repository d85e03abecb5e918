package org.suzhi.web.extract;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Makes the rows that a wave's analysis runs on and keeps them: the same rows are never put together twice.
 *
 * <p>Columns: {@code weight} (base weight of the draw), {@code stratum}, {@code psu}, {@code town}, {@code status} (R
 * respondent, N eligible nonrespondent, I ineligible, U unknown eligibility), the age, every single-choice answer and number
 * of the questionnaire under its item name, a 0/1 column for each choice of several under ITEM_CHOICE and for each priority
 * group, {@code score} (0 to 100), {@code unanswered} (how many scored items were refused or left open; they earn nothing),
 * the points of each dimension. No names, no contacts, no free text. Respondents come first, in order of their instanceIDs,
 * then cases that ended without an interview, by code; those have no answers.
 */
public interface Extracts {
    /** All rows of a wave as they stand now, respondents and others. */
    WaveExtract of(long waveId);

    /** The respondents of a wave alone. */
    WaveExtract respondents(long waveId);

    /** The same once they are there; begins to put them together where they are not. */
    Optional<WaveExtract> ifReady(long waveId, boolean respondentsOnly);

    /**
     * The rows of several waves under each other as {@link Stack} makes them, once all are there; begins to put them together
     * where they are not.
     *
     * @param waveIds by the year of the wave, the oldest first
     */
    Optional<WaveExtract> stackedIfReady(SortedMap<Integer, Long> waveIds, boolean respondentsOnly);

    /**
     * The rows of a wave with the responses that they are of, as the caller's transaction sees the database. To be called in
     * a transaction that reads from one snapshot.
     *
     * @param respondentsOnly whether only the rows of respondents are wanted
     */
    NumberedRows numbered(long waveId, boolean respondentsOnly);

    /** The columns that the rows of a wave have, or will have. */
    List<String> columns(long waveId);

    /** How far the rows of a wave have been put together, 0 to 1; empty while nobody is at it. */
    Optional<Double> progress(long waveId);

    /** How many responses a wave has, used or not. */
    int received(long waveId);

    /** Keeps the file of an extract for good, named by its hash, since somebody refers to it. */
    void keep(String sha256);

    /** The file of an extract by its hash, as CSV; empty where it was not kept and its rows have changed since. */
    Optional<InputStream> csv(String sha256);
}
