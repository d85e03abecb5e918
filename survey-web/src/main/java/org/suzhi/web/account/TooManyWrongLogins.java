package org.suzhi.web.account;

import org.springframework.security.authentication.AccountStatusException;

/** The account or the address is barred for a while. */
final class TooManyWrongLogins extends AccountStatusException {
    private static final long serialVersionUID = 1L;

    TooManyWrongLogins() {
        super("too many wrong logins");
    }
}
