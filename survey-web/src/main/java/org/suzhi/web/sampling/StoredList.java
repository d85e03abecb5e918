package org.suzhi.web.sampling;

/**
 * A list of persons as imported; it never changes, and of the lists of a group the newest counts.
 *
 * @param group code of the respondent group that it holds, by which the list goes in plans and tables
 * @param file where it comes from
 */
public record StoredList(String group, StoredFrame file) {}
