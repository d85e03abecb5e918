package org.suzhi.bench;

import java.util.List;
import java.util.Locale;
import org.suzhi.sample.Truth;

/** What the whole chain of weights gives over many draws, beside the base weights alone, as Markdown. */
final class ChainTable {
    private final List<Truth> domains;
    private final List<Performance> base;
    private final List<Performance> chain;
    private final int draws;

    /** Performances in the order of the domains. */
    ChainTable(List<Truth> domains, List<Performance> base, List<Performance> chain, int draws) {
        this.domains = domains;
        this.base = base;
        this.chain = chain;
        this.draws = draws;
    }

    Performance base(int domain) {
        return base.get(domain);
    }

    Performance chain(int domain) {
        return chain.get(domain);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("""
            | domain | n | true rate, % | base weights only: bias, points | bias, points | its MC error | z | mean SE / true SE | coverage, % | its MC error |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """);
        for (int d = 0; d < domains.size(); d++) {
            Truth truth = domains.get(d);
            Performance all = chain.get(d);
            double error = all.sd() / Math.sqrt(draws);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %+.3f | %+.3f | %.3f | %+.2f | %.3f | %.1f | %.1f |%n",
                    truth.dimension().equals("all") ? "county" : truth.dimension() + " " + truth.level(),
                    all.n(),
                    100 * truth.rate(),
                    100 * base.get(d).bias(),
                    100 * all.bias(),
                    100 * error,
                    all.bias() / error,
                    all.seRatio(),
                    100 * all.coverage(),
                    100 * Math.sqrt(all.coverage() * (1 - all.coverage()) / draws)));
        }
        return text.toString();
    }
}
