package org.suzhi.web.account;

/** What a user may do. */
public enum Role {
    SURVEYOR,
    SUPERVISOR,
    STATISTICIAN,
    ADMIN
}
