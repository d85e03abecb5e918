package org.suzhi.web.sampling;

import java.nio.charset.StandardCharsets;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.SampleTable;
import org.suzhi.web.questionnaire.Sha256;

/** What comes out of a draw as files; the same draw gives the same bytes. */
public final class DrawFiles {
    private DrawFiles() {}

    public static String sample(Draw draw) {
        return SampleTable.units(draw, draw.sample());
    }

    public static String reserves(Draw draw) {
        return SampleTable.units(draw, draw.reserves());
    }

    public static String visits(Draw draw) {
        return SampleTable.visits(draw.sample());
    }

    /** Everything that was drawn. */
    static String all(Draw draw) {
        return sample(draw) + reserves(draw) + visits(draw) + SampleTable.visits(draw.reserves());
    }

    static String sha256(Draw draw) {
        return Sha256.hex(all(draw).getBytes(StandardCharsets.UTF_8));
    }
}
