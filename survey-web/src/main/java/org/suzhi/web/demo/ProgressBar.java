package org.suzhi.web.demo;

import java.io.PrintStream;
import java.util.Locale;

/** One line that fills while work goes on; where nobody watches, as in a log, only its end is written. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private final PrintStream out;
    private final String label;
    private final int total;
    private final boolean watched;
    private int shown = -1;

    ProgressBar(PrintStream out, String label, int total, boolean watched) {
        this.out = out;
        this.label = label;
        this.total = total;
        this.watched = watched;
    }

    synchronized void at(int count) {
        int filled = (int) ((long) WIDTH * count / total);
        if (filled > shown && (watched || count == total)) {
            shown = filled;
            out.printf(
                    Locale.ROOT,
                    "%s%s %s%s %,d / %,d",
                    watched ? "\r" : "",
                    label,
                    "█".repeat(filled),
                    "░".repeat(WIDTH - filled),
                    count,
                    total);
            out.flush();
        }
    }

    void done() {
        at(total);
        out.println();
    }
}
