package org.suzhi.web.demo;

import java.io.PrintStream;
import java.util.Locale;

/** One line that fills while work goes on. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private final PrintStream out;
    private final String label;
    private final int total;
    private int shown = -1;

    ProgressBar(PrintStream out, String label, int total) {
        this.out = out;
        this.label = label;
        this.total = total;
    }

    synchronized void at(int count) {
        int filled = (int) ((long) WIDTH * count / total);
        if (filled > shown) {
            shown = filled;
            out.printf(
                    Locale.ROOT,
                    "\r%s %s%s %,d / %,d",
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
