package org.suzhi.questionnaire.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expressions and what they give, by the functions of the ODK XForms specification (getodk.github.io/xforms-spec,
 * section XPath Functions) and by XPath 1.0; distances and areas by hand on the sphere of radius 6,378,100 m.
 */
class ExpressionTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2025-07-01T01:30:00Z"), ZoneId.of("Asia/Shanghai"));

    private static final String INSTANCE = """
            <data id="f">
              <a>3</a><b>4</b><empty/><name>连平 County</name><many>x y z</many><date>2025-06-30</date>
              <at>2025-06-30T12:00:00.000+08:00</at><place>24.0 114.0 0 0</place>
              <r><n>1</n><s><m>10</m></s><s><m>20</m></s></r><r><n>2</n><s><m>30</m></s></r><r><n>5</n></r>
            </data>""";
    private static final String TOWNS = """
            <root><item><name>t1</name><label>Yuanshan</label><pop>100</pop></item>
            <item><name>t2</name><label>Shangping</label><pop>50</pop></item></root>""";

    private static InstanceNode read(String xml) {
        try {
            return InstanceReader.read(xml, XmlLimits.SUBMISSION);
        } catch (MalformedXml e) {
            throw new AssertionError(e);
        }
    }

    private static String evaluate(String expression, String... path) {
        InstanceNode document = read(INSTANCE);
        InstanceNode node = document.root();
        for (String step : path) {
            String[] parts = step.split(":", -1);
            int nth = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
            node = node.children().stream()
                    .filter(child -> child.name().equals(parts[0]))
                    .toList()
                    .get(nth - 1);
        }
        var secondary = new SecondaryInstances(Map.of("towns", read(TOWNS)));
        var evaluation = new Evaluation(document, secondary, (value, of) -> value + "@" + of, NOW);
        return Expression.parse(expression).string(evaluation, node);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /data/a + /data/b                                   | 7
            /data/b - /data/a * 2                               | -2
            7 div 2                                             | 3.5
            -7 mod 3                                            | -1
            - /data/a                                           | -3
            /data/a = '3'                                       | true
            /data/a = 3                                         | true
            /data/a != 3                                        | false
            /data/a < /data/b and not(/data/a >= /data/b)       | true
            /data/empty = ''                                    | true
            /data/nowhere = ''                                  | true
            /data/empty = 0                                     | false
            /data/empty + 1                                     | NaN
            0.1 + 0.2                                           | 0.30000000000000004
            1 div 0                                             | Infinity
            100000000000 * 10                                   | 1000000000000
            if(/data/a > 2, 'yes', 'no')                        | yes
            coalesce(/data/empty, /data/b)                      | 4
            concat('a', 1, /data/r/n)                           | a1125
            join(', ', /data/r/n)                               | 1, 2, 5
            join('-', 'a', 'b')                                 | a-b
            string-length(/data/name)                           | 9
            substr('abcdef', 1, 3)                              | bc
            substr('abcdef', -2)                                | ef
            substring('12345', 2, 3)                            | 234
            substring('12345', 1.5, 2.6)                        | 234
            substring-before('a=b', '=')                        | a
            substring-after('a=b', '=')                         | b
            contains('abc', 'b')                                | true
            starts-with('abc', 'ab')                            | true
            ends-with('abc', 'bc')                              | true
            translate('bar', 'abc', 'AB')                       | BAr
            normalize-space('  a   b ')                         | a b
            regex('a@b.cn', '[a-z]+@[a-z.]+')                   | true
            regex('a@b.cn!', '[a-z]+@[a-z.]+')                  | false
            selected(/data/many, 'y')                           | true
            selected(/data/many, 'xy')                          | false
            selected('', '')                                    | true
            selected('a', '')                                   | false
            sum(/data/empty)                                    | NaN
            sum(/data/nowhere)                                  | 0
            selected-at(/data/many, 2)                          | z
            selected-at(/data/many, 3)                          | ""
            count-selected(/data/many)                          | 3
            count-selected(/data/empty)                         | 0
            int(3.9)                                            | 3
            int(-3.9)                                           | -3
            round(2.5)                                          | 3
            round(-2.5)                                         | -3
            round(1.2345, 2)                                    | 1.23
            round(1250, -2)                                     | 1300
            floor(-1.5)                                         | -2
            ceiling(1.2)                                        | 2
            abs(-2)                                             | 2
            pow(2, 10)                                          | 1024
            sqrt(16)                                            | 4
            log10(1000)                                         | 3
            exp(0)                                              | 1
            round(pi(), 4)                                      | 3.1416
            round(sin(pi() div 2), 6)                           | 1
            number('1e3')                                       | NaN
            number(' 12 ')                                      | 12
            boolean(0)                                          | false
            boolean('0')                                        | true
            boolean-from-string('0')                            | false
            boolean-from-string('True')                         | true
            sum(/data/r/n)                                      | 8
            count(/data/r)                                      | 3
            count(/data/r[n > 1])                               | 2
            count-non-empty(/data/r/s)                          | 3
            min(/data/r/n)                                      | 1
            max(4, /data/r/n, 3)                                | 5
            min(/data/nowhere)                                  | NaN
            checklist(1, 2, true(), false(), true())            | true
            weighted-checklist(3, -1, true(), 2, true(), 2)     | true
            weighted-checklist(5, -1, true(), 2, true(), 2)     | false
            position(/data/r[2])                                | 2
            indexed-repeat(/data/r/n, /data/r, 3)               | 5
            indexed-repeat(/data/r/s/m, /data/r, 1, /data/r/s, 2) | 20
            indexed-repeat(/data/r/n, /data/r, 9)               | ""
            instance('towns')/root/item[name = 't2']/label      | Shangping
            sum(instance('towns')/root/item/pop)                | 150
            count(instance('towns')/root/item[pop > /data/b * 20]) | 1
            pulldata('towns', 'pop', 'name', 't2')              | 50
            jr:choice-name('t1', '/data/town')                  | t1@/data/town
            today()                                             | 2025-07-01
            today() > /data/date                                | true
            /data/date >= today() - 1                           | true
            /data/date >= today()                               | false
            today() - /data/date                                | 1
            date(/data/date + 1)                                | 2025-07-01
            date('2025-02-30')                                  | ""
            number('1970-01-02')                                | 1
            decimal-date-time('1970-01-02T12:00:00.000+08:00')  | 1.5
            decimal-time('06:00:00.000+08:00')                  | 0.25
            now() > /data/at                                    | true
            format-date(/data/date, '%d/%m/%Y %e %n %y %b %a')  | 30/06/2025 30 6 25 Jun Mon
            format-date-time(/data/at, '%H:%M:%S.%3')           | 12:00:00.000
            format-date(/data/empty, '%Y')                      | ""
            int((today() - date('1980-07-02')) div 365.25)      | 44
            round(distance('0 0 0 0;0 1 0 0') div 1000, 1)      | 111.3
            distance(/data/place)                               | 0
            round(area('0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0') div 1000000, -2) | 12400
            distance('24.36 114.49 0 0;24.37 114.5 0 0')        | 1505.81
            area('24.36 114.49 0 0;24.37 114.49 0 0;24.37 114.5 0 0;24.36 114.49 0 0') | 564410.62
            geofence('0.5 0.5 0 0', '0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0;0 0 0 0') | true
            geofence('1.5 0.5 0 0', '0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0;0 0 0 0') | false
            digest('abc', 'SHA-256', 'hex')                     | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
            digest('abc', 'MD5')                                | kAFQmDzST7DWlj99KOF/cg==
            base64-decode('6L+e5bmz')                           | 连平
            string-length(uuid())                               | 36
            random() < 1                                        | true
            count(randomize(/data/r))                           | 3
            """)
    void expressionGivesTheValueOfTheSpecification(String expression, String value) {
        assertThat(evaluate(expression)).as(expression).isEqualTo(value == null ? "" : value);
    }

    @Test
    void absolutePathInARepeatStaysInTheRepeatInstance() {
        assertThat(evaluate("/data/r/n * 10", "r:2", "n")).isEqualTo("20");
        assertThat(evaluate("sum(/data/r/s/m)", "r:1", "n")).isEqualTo("30");
        assertThat(evaluate("count(/data/r)", "r:2", "n")).isEqualTo("3");
        assertThat(evaluate("../../n", "r:1", "s:2", "m")).isEqualTo("1");
        assertThat(evaluate("position(..)", "r:3", "n")).isEqualTo("3");
        assertThat(evaluate("indexed-repeat(/data/r/n, /data/r, position(..) - 1)", "r:3", "n"))
                .isEqualTo("2");
    }

    @Test
    void currentIsTheNodeOfTheWholeExpression() {
        assertThat(evaluate("count(/data/r[n = current()/../b - 2])", "a")).isEqualTo("1");
        assertThat(evaluate(". + 1", "a")).isEqualTo("4");
        assertThat(evaluate("once('new')", "a")).isEqualTo("3");
        assertThat(evaluate("once('new')", "empty")).isEqualTo("new");
    }

    @Test
    void irrelevantNodesAreNotSelected() {
        InstanceNode document = read(INSTANCE);
        document.root().children().stream()
                .filter(node -> node.name().equals("r"))
                .findFirst()
                .orElseThrow()
                .setRelevant(false);
        var evaluation = new Evaluation(document, new SecondaryInstances(Map.of()), (value, of) -> value, NOW);
        assertThat(Expression.parse("sum(/data/r/n)").number(evaluation, document.root()))
                .isEqualTo(7);
        assertThat(Expression.parse("count(/data/r)").number(evaluation, document.root()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 +", "foo()", "if(1, 2)", "/data/[1]", "concat('a'", "a b", "$x + ", "regex(., '(')"})
    void whatIsNoExpressionIsRefused(String text) {
        assertThatThrownBy(() -> Expression.parse(text)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void refusalNamesTheFunction() {
        assertThatThrownBy(() -> Expression.parse("1 + foo(2)")).hasMessage("1 + foo(2): unknown function foo()");
        assertThatThrownBy(() -> Expression.parse("if(1, 2)")).hasMessageContaining("if() takes 3 arguments, not 2");
    }

    @Test
    void referencesAreFoundWithoutEvaluation() {
        References references = Expression.parse(
                        "if(../x = instance('t')/root/item[n = current()/../y]/l, sum(/data/r[k > ../z]/v), .)")
                .references();
        assertThat(references.absolute(List.of("data", "g", "q")))
                .contains(
                        List.of("data", "g", "x"),
                        List.of("data", "g", "y"),
                        List.of("data", "r", "v"),
                        List.of("data", "r", "k"),
                        List.of("data", "z"),
                        List.of("data", "g", "q"))
                .doesNotContain(List.of("n"), List.of("root", "item", "l"));
        assertThat(references.instances()).containsExactly("t");
        assertThat(references.functions()).contains("if", "sum", "current", "instance");
    }
}
