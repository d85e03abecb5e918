package org.suzhi.web.division.page;

import java.util.Locale;
import org.suzhi.web.publication.Decimals;
import org.suzhi.web.publication.Figure;
import org.suzhi.web.publication.PublishedSeries;

/**
 * A published rate held against the target of the whole.
 *
 * @param name whose rate it is
 * @param rate in percent; "" where it is not published
 * @param interval the 95 % interval; "" likewise
 * @param stands ABOVE, BELOW: the whole interval is; OPEN: it holds the target; SUPPRESSED
 */
public record RateView(String name, String rate, String interval, String n, Stands stands) {
    /** Where an interval lies to the target. */
    public enum Stands {
        ABOVE,
        BELOW,
        OPEN,
        SUPPRESSED;

        static Stands of(Figure figure, PublishedSeries series) {
            double target = series.target().value();
            if (!figure.publishable()) {
                return SUPPRESSED;
            }
            return figure.lower() > target ? ABOVE : figure.upper() < target ? BELOW : OPEN;
        }

        /** The end of the keys of its texts. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static RateView of(String name, Figure figure, PublishedSeries series, Words words) {
        Stands stands = Stands.of(figure, series);
        return stands == Stands.SUPPRESSED
                ? new RateView(name, "", "", "", stands)
                : new RateView(
                        name,
                        Decimals.percent(figure.estimate()),
                        words.interval(figure.lower(), figure.upper()),
                        Decimals.format("#,##0", figure.n()),
                        stands);
    }
}
