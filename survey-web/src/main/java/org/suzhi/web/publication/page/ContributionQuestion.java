package org.suzhi.web.publication.page;

import java.util.List;
import java.util.Optional;
import org.suzhi.web.publication.PublishedSeries;
import org.suzhi.web.publication.PublishedWave;

/**
 * What is asked of the contributions.
 *
 * @param since the wave that is compared with; empty where there is none before
 * @param group code of the group whose rate is supposed; "" for the first
 * @param rate its supposed rate, a proportion from 0 to 1; empty where none is given
 */
record ContributionQuestion(PublishedWave wave, Optional<PublishedWave> since, String group, Optional<Double> rate) {
    /** A parameter that cannot be; the key of the message and what was got. */
    static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final String key;
        private final transient Object[] got;

        Wrong(String key, Object... got) {
            super(key);
            this.key = key;
            this.got = got;
        }

        String key() {
            return key;
        }

        Object[] got() {
            return got.clone();
        }
    }

    /**
     * Reads parameters as an address has them; "" where one is not given.
     *
     * @throws Wrong when one of them cannot be
     */
    static ContributionQuestion of(PublishedSeries series, String wave, String since, String group, String rate) {
        List<PublishedWave> waves = series.waves();
        PublishedWave newer = wave.isEmpty() ? waves.get(waves.size() - 1) : wave(waves, "wave", wave);
        Optional<PublishedWave> older = since.isEmpty()
                ? waves.stream().filter(w -> w.year() < newer.year()).reduce((a, b) -> b)
                : Optional.of(wave(waves, "since", since));
        older.filter(w -> w.year() >= newer.year()).ifPresent(w -> {
            throw new Wrong("contributions.wrong.order", Integer.toString(newer.year()), since);
        });
        return new ContributionQuestion(newer, older, group, rate(rate));
    }

    private static PublishedWave wave(List<PublishedWave> waves, String parameter, String year) {
        return waves.stream()
                .filter(w -> Integer.toString(w.year()).equals(year.strip()))
                .findFirst()
                .orElseThrow(() -> new Wrong(
                        "contributions.wrong.year",
                        parameter,
                        year,
                        String.join(
                                ", ",
                                waves.stream()
                                        .map(w -> Integer.toString(w.year()))
                                        .toList())));
    }

    private static Optional<Double> rate(String percent) {
        String text = percent.strip().replaceFirst("[%％]$", "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,3}(\\.\\d{1,6})?") || Double.parseDouble(text) > 100) {
            throw new Wrong("contributions.wrong.rate", percent);
        }
        return Optional.of(Double.parseDouble(text) / 100);
    }

    /** As the address has it: 0.155 is "15.5". */
    public String percent() {
        return rate.map(r -> Texts.number("0.######", 100 * r)).orElse("");
    }
}
