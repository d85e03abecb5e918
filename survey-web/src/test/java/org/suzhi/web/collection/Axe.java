package org.suzhi.web.collection;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** axe-core's check of the page as it is, by the rules of WCAG 2.2, levels A and AA. */
public final class Axe {
    private static final Path PROGRAM = Path.of("src/main/frontend/node_modules/axe-core/axe.min.js");

    private Axe() {}

    /** What breaks a rule: the rule and the first element of each. */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page) {
        try {
            page.evaluate(Files.readString(PROGRAM) + ";0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (List<String>) page.evaluate("""
                async () => {
                  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
                  const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
                  return violations.flatMap(({ id, nodes }) =>
                    nodes.map((node) => `${id}: ${node.target} ${node.failureSummary} ${node.html}`));
                }""");
    }
}
