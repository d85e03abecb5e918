package org.suzhi.web.account;

/** A phone's key to the account of this name has been revoked; the account itself goes on as before. */
record KeyRevoked(String username) {}
