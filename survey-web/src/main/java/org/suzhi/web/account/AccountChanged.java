package org.suzhi.web.account;

/** The account of this name has been changed: what was known of it no longer holds, and its logins end. */
public record AccountChanged(String username) {}
