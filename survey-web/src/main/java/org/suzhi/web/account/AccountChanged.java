package org.suzhi.web.account;

/** The account of this name, or a key to it, has been changed: what was known of it no longer holds. */
public record AccountChanged(String username) {}
