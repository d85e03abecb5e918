package org.suzhi.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a plan, a row each, over the years; with the day of reading and dates to be met. Times are years with their
 * passed part: 2022.5 is the middle of 2022, 2026.0 the end of 2025.
 *
 * @param phases at least one
 * @param dates dates to be met, drawn as the target of other charts
 * @param now the day of reading; drawn where it lies within the phases, null for none
 */
public record TimelineChart(
        ChartText text,
        List<Phase> phases,
        List<Date> dates,
        @Nullable Date now) implements Chart {
    /**
     * A phase.
     *
     * @param span its time in words, such as "2022–2025"
     */
    public record Phase(String label, String span, double start, double end) {
        public Phase {
            if (!(end > start)) {
                throw new IllegalArgumentException("TimelineChart.Phase " + label + ": got " + start + " to " + end
                        + ", expected an end after the start");
            }
        }
    }

    /** A point in time with its name. */
    public record Date(String label, double at) {}

    private static final int PHONE = 560;
    /** Above the years, where the line of today is named. */
    private static final int TODAY = 20;

    private static final int TOP = 24;
    private static final int BOTTOM = 26;
    private static final int ROW = 38;
    private static final int STACKED_ROW = 56;
    private static final int BAR = 20;
    private static final int GAP = 16;
    private static final int MOST_YEARS_LABELLED = 12;

    public TimelineChart {
        phases = List.copyOf(phases);
        dates = List.copyOf(dates);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("TimelineChart.phases: got none, expected at least one");
        }
    }

    @Override
    public int plotHeight(int width) {
        return top() + phases.size() * row(width) + BOTTOM;
    }

    private static int row(double width) {
        return width < PHONE ? STACKED_ROW : ROW;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        boolean stacked = area.getWidth() < PHONE;
        double labels = stacked
                ? 0
                : phases.stream().mapToDouble(p -> label(p).width()).max().orElse(0) + GAP;
        Rectangle2D plot = new Rectangle2D.Double(
                area.getX() + labels,
                area.getY() + top(),
                area.getWidth() - labels,
                phases.size() * row(area.getWidth()));
        years(g, plot);
        for (int i = 0; i < phases.size(); i++) {
            phase(g, phases.get(i), area.getX(), plot.getY() + i * row(area.getWidth()), plot, stacked);
        }
        for (Date date : dates) {
            date(g, date, plot);
        }
        if (now != null && showsToday()) {
            now(g, now, plot);
        }
    }

    private boolean showsToday() {
        return now != null && first() <= now.at() && now.at() <= last();
    }

    private int top() {
        return showsToday() ? TODAY + TOP : TOP;
    }

    private double first() {
        return Math.floor(phases.stream().mapToDouble(Phase::start).min().orElseThrow());
    }

    private double last() {
        double dated = dates.stream().mapToDouble(Date::at).max().orElse(Double.NEGATIVE_INFINITY);
        double phased = phases.stream().mapToDouble(Phase::end).max().orElseThrow();
        return Math.ceil(Math.max(dated, phased));
    }

    private double x(double time, Rectangle2D plot) {
        return plot.getX() + (time - first()) / (last() - first()) * plot.getWidth();
    }

    private void years(Graphics2D g, Rectangle2D plot) {
        int step = (int) Math.ceil((last() - first()) / MOST_YEARS_LABELLED);
        g.setStroke(Theme.HAIR);
        for (int year = (int) first(); year <= last(); year++) {
            g.setPaint(Theme.GRID);
            g.draw(new Line2D.Double(x(year, plot), plot.getY(), x(year, plot), plot.getMaxY()));
            if (year < last() && (year - (int) first()) % step == 0) {
                Label label = new Label(Integer.toString(year), Theme.regular(12), Theme.MUTED);
                label.draw(g, within(x(year + 0.5, plot), label.width(), plot), plot.getY() - 8, Label.Anchor.START);
            }
        }
    }

    private static Label label(Phase phase) {
        return new Label(phase.label(), Theme.bold(13), Theme.INK);
    }

    private void phase(Graphics2D g, Phase phase, double left, double top, Rectangle2D plot, boolean stacked) {
        Label label = label(phase);
        double bar = stacked ? top + 26 : top + (ROW - BAR) / 2.0;
        if (stacked) {
            label.drawOnPaper(g, left, top + 18, Label.Anchor.START);
        } else {
            label.drawCentred(g, left, bar + BAR / 2.0, Label.Anchor.START);
        }
        boolean runs = now != null && phase.start() <= now.at() && now.at() < phase.end();
        double start = x(phase.start(), plot);
        double length = x(phase.end(), plot) - start;
        g.setPaint(runs ? Theme.ESTIMATE : Theme.CONTEXT);
        g.fill(new RoundRectangle2D.Double(start + 1, bar, Math.max(length - 2, 2), BAR, 6, 6));
        Label span = new Label(phase.span(), Theme.bold(12), Theme.PAPER);
        if (span.width() + 12 <= length) {
            span.drawCentred(g, start + length / 2, bar + BAR / 2.0, Label.Anchor.MIDDLE);
        }
        Tip.tell(g, new Rectangle2D.Double(start, bar, length, BAR), phase.label() + ": " + phase.span());
    }

    private void date(Graphics2D g, Date date, Rectangle2D plot) {
        double x = x(date.at(), plot);
        g.setPaint(Theme.TARGET);
        g.setStroke(Theme.DASHED);
        g.draw(new Line2D.Double(x, plot.getY(), x, plot.getMaxY() + 6));
        Label label = new Label(date.label(), Theme.bold(12), Theme.TARGET_TEXT);
        label.draw(g, within(x, label.width(), plot), plot.getMaxY() + 20, Label.Anchor.START);
        Tip.tellAt(g, x, plot.getCenterY(), 8, plot.getHeight() / 2 + 6, date.label());
    }

    private void now(Graphics2D g, Date day, Rectangle2D plot) {
        double x = x(day.at(), plot);
        g.setPaint(Theme.INK);
        g.setStroke(Theme.solid(1.6f));
        g.draw(new Line2D.Double(x, plot.getY() - 22, x, plot.getMaxY()));
        Label label = new Label(day.label(), Theme.bold(12), Theme.INK);
        label.draw(g, within(x, label.width(), plot), plot.getY() - 28, Label.Anchor.START);
        Tip.tellAt(g, x, plot.getCenterY(), 8, plot.getHeight() / 2, day.label());
    }

    /** Where a text of a width starts that is centred on a place, but stays within the plot. */
    private static double within(double x, double width, Rectangle2D plot) {
        return Math.max(plot.getX(), Math.min(x - width / 2, plot.getMaxX() - width));
    }
}
