package org.suzhi.web.account;

import java.time.Instant;

/** A phone's key to the server, without its token, which is told once when the key is made. */
public record PhoneKey(long id, String name, Instant createdAt) {}
