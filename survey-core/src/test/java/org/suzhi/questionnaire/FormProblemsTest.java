package org.suzhi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Everything wrong in a workbook is told at once, each with its sheet, row, column, what stands there and a remedy. */
class FormProblemsTest {
    private static List<FormProblem> problems(String survey, String... more) {
        var workbook = new WorkbookBuilder().sheet("survey", survey);
        for (int i = 0; i < more.length; i += 2) {
            workbook.sheet(more[i], more[i + 1]);
        }
        return catchThrowableOfType(FormProblems.class, workbook::read).problems();
    }

    private static void assertProblems(List<FormProblem> problems, Tuple... expected) {
        assertThat(problems)
                .extracting(
                        FormProblem::sheet, FormProblem::row, FormProblem::column, FormProblem::got, FormProblem::code)
                .containsExactlyInAnyOrder(expected);
        for (FormProblem problem : problems) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA)) {
                assertThat(problem.message(locale)).isNotBlank().doesNotContain("{0}", "{1}");
                assertThat(problem.remedy(locale)).isNotBlank();
                assertThat(problem.line(locale)).contains(problem.message(locale), problem.remedy(locale));
            }
        }
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertProblems(
                problems("""
                        type | name | label | relevance | required
                        text | a b | A | |
                        texd | c | C | |
                        text | | D | |
                        select_one nolist | e | E | ${nobody} = 1 |
                        text | f | | |
                        begin group | g | G | | yes
                        text | h | H | |
                        text | h | H | |
                        end repeat | | | |
                        calculate | k | | |
                         | l | L | |
                        """, "choices", "list_name|name|label\nt|x|X\nt|x|Y\nt||Z"),
                Tuple.tuple("survey", 2, "name", "a b", "question.badName"),
                Tuple.tuple("survey", 3, "type", "texd", "question.unknownType"),
                Tuple.tuple("survey", 4, "name", "text", "question.noName"),
                Tuple.tuple("survey", 5, "type", "nolist", "list.unknown"),
                Tuple.tuple("survey", 5, "relevance", "${nobody} = 1", "reference.unknown"),
                Tuple.tuple("survey", 6, "label", "f", "question.noLabel"),
                Tuple.tuple("survey", 7, "required", "yes", "group.required"),
                Tuple.tuple("survey", 9, "name", "h", "question.doubledName"),
                Tuple.tuple("survey", 10, "type", "", "group.unmatchedEnd"),
                Tuple.tuple("survey", 11, "", "k", "calculate.missing"),
                Tuple.tuple("survey", 12, "type", "l", "question.noType"),
                Tuple.tuple("survey", 7, "type", "g", "group.unclosed"),
                Tuple.tuple("choices", 3, "name", "x", "choice.doubled"),
                Tuple.tuple("choices", 4, "name", "", "choice.noName"));
    }

    @Test
    void messageSaysWhatWhereGotAndRemedy() {
        FormProblem problem = problems(
                        "type|name|label\nselect_one colour|a|A", "choices", "list_name|name|label\ncolor|x|X")
                .get(0);
        assertThat(problem.line(Locale.ENGLISH))
                .isEqualTo("Sheet survey, row 2, column type: There is no list \"colour\"; the lists are: color"
                        + " Add the list to the choices sheet, or correct its name.");
        assertThat(problem.line(Locale.CHINA))
                .isEqualTo("工作表 survey 第 2 行 type 列: 没有选项表“colour”；现有选项表：color 请在 choices 工作表中加上该表，或改正名称。");
    }

    @Test
    void parametersAreChecked() {
        assertProblems(
                problems("""
                        type | name | label | parameters
                        text | a | A | rows=many
                        range | b | B | start=0 finish=5
                        select_one t | c | C | randomize=maybe
                        """, "choices", "list_name|name|label\nt|x|X"),
                Tuple.tuple("survey", 2, "parameters", "rows=many", "parameter.number"),
                Tuple.tuple("survey", 3, "parameters", "finish", "parameter.unknown"),
                Tuple.tuple("survey", 4, "parameters", "randomize=maybe", "parameter.truth"));
    }

    @Test
    void selectsAreChecked() {
        assertProblems(
                problems("""
                        type | name | label | choice_filter
                        select_multiple t | a | A |
                        select_one t or_other | b | B | x=1
                        select_one_from_file t | c | C |
                        """, "choices", "list_name|name|label\nt|x y|X"),
                Tuple.tuple("survey", 2, "type", "x y", "choice.space"),
                Tuple.tuple("survey", 3, "choice_filter", "x=1", "select.otherFiltered"),
                Tuple.tuple("survey", 4, "type", "t", "list.fileType"));
    }

    @Test
    void scoringIsChecked() {
        assertProblems(
                problems(
                        "type|name|label\nselect_one t|K01|K\nselect_one t|K02|K",
                        "choices",
                        "list_name|name|label\nt|true|T\nt|false|F",
                        "scoring",
                        """
                        item | key | points | dimension
                        K01 | true | 3 | knowledge
                        K02 | right | 3 | knowledge
                        K03 | true | 3 | knowledge
                        K01 | true | x | knowledge
                        K02 | true | | knowledge
                        """),
                Tuple.tuple("scoring", 3, "key", "right", "scoring.unknownKey"),
                Tuple.tuple("scoring", 4, "item", "K03", "scoring.unknownItem"),
                Tuple.tuple("scoring", 5, "points", "x", "scoring.points"),
                Tuple.tuple("scoring", 6, "points", "", "scoring.empty"));
    }

    @Test
    void expressionsThatNoClientCanEvaluateAreDoubts() {
        XlsForm form = new WorkbookBuilder().sheet("survey", """
                        type | name | label | relevant | constraint | calculation
                        text | a | A | | string-length(. < 3 |
                        text | b | B | ${a} = 'x' or | |
                        calculate | c | | | | frobnicate(${a})
                        """).read();
        assertProblems(
                form.doubts(),
                Tuple.tuple("survey", 2, "constraint", "string-length(. < 3", "expression.malformed"),
                Tuple.tuple("survey", 3, "relevant", "${a} = 'x' or", "expression.malformed"),
                Tuple.tuple("survey", 4, "calculation", "frobnicate(${a})", "expression.malformed"));
        assertThat(form.doubts().get(2).message(Locale.ENGLISH)).contains("unknown function frobnicate()");
    }

    @Test
    void workbookWithoutSurveyIsRefused() {
        FormProblems refused = catchThrowableOfType(
                FormProblems.class,
                () -> new WorkbookBuilder()
                        .sheet("Questions", "type|name\ntext|a")
                        .read());
        assertProblems(refused.problems(), Tuple.tuple("test.xlsx", 0, "", "questions", "sheet.noSurvey"));
    }

    @Test
    void fileThatIsNoWorkbookIsRefused() {
        byte[] text = "type,name,label".getBytes(StandardCharsets.UTF_8);
        FormProblems refused = catchThrowableOfType(
                FormProblems.class, () -> XlsForm.read(new ByteArrayInputStream(text), "form.csv"));
        assertThat(refused.problems()).extracting(FormProblem::code).containsExactly("workbook.unreadable");
        assertThat(refused.text(Locale.CHINA)).startsWith("form.csv");
    }
}
