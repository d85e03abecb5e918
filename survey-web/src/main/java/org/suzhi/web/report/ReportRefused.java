package org.suzhi.web.report;

/** A report that cannot be written; the reason is a key of the bundle with what was asked for. */
public class ReportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final String got;

    ReportRefused(String key, String got) {
        super(key + ": got " + got);
        this.key = key;
        this.got = got;
    }

    public String key() {
        return key;
    }

    public String got() {
        return got;
    }
}
