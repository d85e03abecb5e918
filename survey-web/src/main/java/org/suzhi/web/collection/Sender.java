package org.suzhi.web.collection;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a submission, and how it was given.
 *
 * @param user id of the user; absent when the server itself loads responses
 * @param reviews whether the user may correct what others sent
 */
public record Sender(@Nullable Long user, boolean reviews, Mode mode) {}
