package org.suzhi.response;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suzhi.questionnaire.FormProblem;
import org.suzhi.questionnaire.FormProblems;
import org.suzhi.questionnaire.XlsForm;

/**
 * A workbook that can be converted, with what still stands in the way of publishing it.
 *
 * @param workbook the questionnaire as its author wrote it
 * @param xform what it becomes
 * @param form the same compiled, absent where it cannot be
 * @param problems expressions that no client can evaluate, circles; empty if the form works
 * @param missing the names of files that the form needs and that were not given
 */
public record FormDraft(
        XlsForm workbook,
        String xform,
        Optional<PublishedForm> form,
        List<FormProblem> problems,
        List<String> missing) {
    public FormDraft {
        problems = List.copyOf(problems);
        missing = List.copyOf(missing);
    }

    /**
     * Reads a workbook under the version that its settings give.
     *
     * @param files those that the form shows or reads
     * @throws FormProblems with everything found, if it cannot be converted
     */
    public static FormDraft read(byte[] workbook, String fileName, ExternalFiles files) {
        XlsForm source = XlsForm.read(new ByteArrayInputStream(workbook), fileName);
        return of(source, source.version(), files);
    }

    /** Makes a draft of a workbook under a version. */
    public static FormDraft of(XlsForm source, String version, ExternalFiles files) {
        String xform = source.convert(version);
        var problems = new ArrayList<>(source.doubts());
        try {
            PublishedForm form = PublishedForm.compile(xform, files);
            List<String> missing = form.files().stream()
                    .filter(name -> files.content(name).isEmpty())
                    .toList();
            return new FormDraft(source, xform, Optional.of(form), problems, missing);
        } catch (FormProblems refused) {
            // A doubt of the workbook shows again in the XForm: it is told once, where the author wrote it.
            boolean doubted = !problems.isEmpty();
            refused.problems().stream()
                    .filter(problem -> !(doubted && problem.code().equals("xform.expression")))
                    .map(source::inWorkbook)
                    .forEach(problems::add);
            return new FormDraft(source, xform, Optional.empty(), problems, List.of());
        }
    }
}
