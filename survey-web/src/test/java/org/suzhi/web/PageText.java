package org.suzhi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What a reader sees of a page, for tests. */
final class PageText {
    /** What no reader may see: a number that is none, a sign of zero, a hole in a sentence, a raw key. */
    private static final Pattern BROKEN = Pattern.compile("NaN|\\bnull\\b|Infinity|∞|\\uFFFD|\\{\\d|[-−+]0\\.00(?!\\d)"
            + "|。。|，，|：。|：，|（）|\\(\\)| \\.(?!\\w)|\\.\\. |: \\.|, \\."
            + "|\\?\\?|\\b[a-z]+\\.[a-z-]+\\.[a-z-]+\\b(?!\\.csv)");

    /** An element that ought to say or show something and does not. */
    private static final Pattern EMPTY =
            Pattern.compile("<(p|h1|h2|h3|li|dt|dd|ul|ol|dl|figure|section|article|em|figcaption)( [^>]*)?>\\s*</\\1>");

    private PageText() {}

    /** The words of a page's content, with those of its charts. */
    static String of(String page) {
        return page.replaceAll("(?s)^.*?<main", "<main")
                .replaceAll("(?s)</main>.*$", "")
                .replaceAll("(?s)<(style|code)\\b.*?</\\1>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    static void isWhole(String name, String page) {
        assertThat(of(page)).as(name).isNotBlank().doesNotContainPattern(BROKEN);
        assertThat(page.replaceAll("(?s)<script.*?</script>", "")).as(name).doesNotContainPattern(EMPTY);
        assertThat(page).as(name).contains("<h1");
    }
}
