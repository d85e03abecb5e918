package org.suzhi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * References inside repeats, by cases of pyxform's own tests (tests/fixtures/get_path_relative_to_lcar_cases.csv,
 * BSD-2-Clause): "a" and names that begin with r are repeats, with g groups; a reference from s to t.
 */
class ReferenceResolverTest {
    private final Map<String, SurveyElement> byPath = new HashMap<>();

    private SurveyElement at(String path) {
        SurveyElement known = byPath.get(path);
        if (known != null) {
            return known;
        }
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        boolean repeat = name.startsWith("r") || name.equals("a");
        var kind = repeat
                ? SurveyElement.Kind.REPEAT
                : name.startsWith("g") || name.equals("y") ? SurveyElement.Kind.GROUP : SurveyElement.Kind.QUESTION;
        var element = new SurveyElement(kind, "", name, 1);
        byPath.put(path, element);
        if (slash > 0) {
            at(path.substring(0, slash)).add(element);
        }
        return element;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /y,/a/g1t/g2t/t,/a/g1s/g2s/s,0,3,/g1t/g2t/t
            /y,/a/g1t/g2t/t,/a/g1s/g2s/s,1,4,/a/g1t/g2t/t
            /y,/a/g1t/g2t/t,/a/g1t/g2s/s,0,2,/g2t/t
            /y,/a/g1t/g2t/t,/a/g1t/g2s/s,1,4,/a/g1t/g2t/t
            /y,/a/g1t/g2t/t,/a/r1s/r2s/s,1,4,/a/g1t/g2t/t
            /y,/a/g1t/g2t/t,/a/s,0,1,/g1t/g2t/t
            /y,/a/g1t/g2t/t,/a/s,1,2,/a/g1t/g2t/t
            /y,/a/g1t/r2t/t,/a/g1s/g2s/s,1,3,/g1t/r2t/t
            /y,/a/g1t/r2t/t,/a/g1t/s,1,1,/r2t/t
            /y,/a/r1t/r2t/t,/a/r1s/r2s/s,0,3,/r1t/r2t/t
            /y,/a/r1t/r2t/t,/a/r1s/r2s/s,1,3,/r1t/r2t/t
            /y,/a/r1t/t,/a/s,1,1,/r1t/t
            /y,/a/t,/a/g1s/g2s/s,0,3,/t
            /y,/a/t,/a/g1s/g2s/s,1,4,/a/t
            /y,/a/t,/a/s,0,1,/t
            /y,/a/t,/a/s,1,2,/a/t
            /y/g1o,/a/g1t/t,/a/r1s/s,0,2,/g1t/t
            /y/g1o,/a/g1t/t,/a/r1s/s,1,3,/a/g1t/t
            /y/r1o,/a/g1t/g2t/t,/a/g1s/g2s/s,1,3,/g1t/g2t/t
            /y/r1o,/a/g1t/g2t/t,/a/g1s/r2s/s,1,4,/a/g1t/g2t/t
            /y/r1o,/a/g1t/t,/a/r1s/r2s/s,1,4,/a/g1t/t
            /y/r1o,/a/t,/a/s,1,1,/t
            /y/r1o,/a/t,/a/r1s/s,1,3,/a/t
            /y/r1o/g2o,/a/g1t/t,/a/g1s/r2s/s,0,3,/g1t/t
            /y/r1o/g2o,/a/g1t/t,/a/g1s/r2s/s,1,4,/a/g1t/t
            /y/r1o/g2o,/a/t,/a/r1s/r2s/s,0,3,/t
            /y/r1o/g2o,/a/t,/a/r1s/r2s/s,1,4,/a/t
            """)
    void referenceInARepeatIsRelative(
            String outer, String target, String source, int fromParent, int steps, String path) {
        SurveyElement to = at(outer + target);
        SurveyElement from = at(outer + source);
        var resolver = new ReferenceResolver(at("/y"));
        String expected = " " + "../".repeat(steps - 1) + ".." + path + " ";
        String got = fromParent == 1 ? resolver.repeated("${t}", from) : resolver.expression("${t}", from);
        assertThat(got).isEqualTo(expected);
        assertThat(to.name).isEqualTo("t");
    }
}
