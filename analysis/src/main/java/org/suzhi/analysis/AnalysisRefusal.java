package org.suzhi.analysis;

import org.suzhi.microdata.Message;
import org.suzhi.microdata.Problem;

/** One estimate, test or model that has no right answer with these data and options; the others may have one. */
public final class AnalysisRefusal extends Problem {
    public AnalysisRefusal(String code, Object... arguments) {
        super(new Message("org.suzhi.analysis.problems", code, arguments));
    }
}
