package org.suzhi.response;

import java.util.List;

/** What the check of a submission came to. */
public sealed interface SubmissionCheck {
    /** The submission keeps to its form. */
    record Accepted(ValidatedResponse response) implements SubmissionCheck {}

    /** The submission breaks its form, in all these ways. */
    record Refused(List<Finding> findings) implements SubmissionCheck {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
