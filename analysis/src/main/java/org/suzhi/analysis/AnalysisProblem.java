package org.suzhi.analysis;

import org.suzhi.microdata.Message;
import org.suzhi.microdata.Problem;

/** A specification or data that an analysis must refuse. */
public final class AnalysisProblem extends Problem {
    /** The problem that a finding names. */
    public AnalysisProblem(Message finding) {
        super(finding);
    }

    public AnalysisProblem(String code, Object... arguments) {
        super(new Message("org.suzhi.analysis.problems", code, arguments));
    }
}
