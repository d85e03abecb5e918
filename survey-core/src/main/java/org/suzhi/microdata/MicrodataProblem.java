package org.suzhi.microdata;

/** A file or table that cannot be read as microdata. */
public final class MicrodataProblem extends Problem {
    public MicrodataProblem(String code, Object... arguments) {
        super(new Message("org.suzhi.microdata.problems", code, arguments));
    }
}
