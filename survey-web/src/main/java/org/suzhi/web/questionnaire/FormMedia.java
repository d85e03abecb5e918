package org.suzhi.web.questionnaire;

/**
 * A file that a published form shows or reads, such as a picture or a list of choices.
 *
 * @param md5 of the content, in hex: the fingerprint that the OpenRosa protocol asks for
 */
public record FormMedia(String name, String mediaType, String md5) {}
