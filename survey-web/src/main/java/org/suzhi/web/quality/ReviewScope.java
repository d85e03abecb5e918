package org.suzhi.web.quality;

import org.springframework.stereotype.Component;
import org.suzhi.web.account.SignedIn;

/** Which interviews a reviewer may see: the one place that decides it. Supervisors are given all towns so far. */
@Component
class ReviewScope {
    boolean covers(SignedIn user, Interview interview) {
        return user.reviews();
    }
}
