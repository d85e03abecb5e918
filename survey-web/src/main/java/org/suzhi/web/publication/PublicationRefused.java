package org.suzhi.web.publication;

/** A step on the way to the public that the rules do not allow; {@code publication.refused.KEY} words it. */
public final class PublicationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The author may not review while another statistician or administrator could. */
        OWN_WORK,
        /** It is not in the state that the step begins from. */
        OTHER_STATE,
        /** A run of this wave is published; another needs a reason. */
        REASON_NEEDED,
        /** A publication of this run is there already. */
        PROPOSED_ALREADY,
        /** The wave still takes responses. */
        WAVE_OPEN,
        /** There is no run of this wave. */
        NO_RUN,
        /** The run is for the desk only. */
        NOT_FOR_PUBLIC
    }

    private final Reason reason;

    PublicationRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
