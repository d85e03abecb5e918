package org.suzhi.sampling;

import java.util.regex.Pattern;

/** Writes a plan as YAML, one stratum a line; the same plan gives the same bytes. */
final class DrawPlanWriter {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*");

    private DrawPlanWriter() {}

    static String write(DrawPlan plan) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("seed: ").append(plan.seed()).append('\n');
        yaml.append("second-stage: ").append(plan.secondStage().code()).append('\n');
        if (plan.reservePsus() != 0 || plan.reserveUnits() != 0) {
            yaml.append("reserve: {psus: %d, units: %d}\n".formatted(plan.reservePsus(), plan.reserveUnits()));
        }
        yaml.append("strata:\n");
        for (StratumPlan stratum : plan.strata()) {
            yaml.append("  - {stratum: %s, psus: %d, method: %s, certainty: %s, take: %s}\n"
                    .formatted(
                            text(stratum.stratum()),
                            stratum.psus(),
                            stratum.method().code(),
                            stratum.certaintyAllowed() ? "allowed" : "refused",
                            take(stratum.take())));
        }
        if (!plan.lists().isEmpty()) {
            yaml.append("lists:\n");
        }
        for (ListPlan list : plan.lists()) {
            yaml.append("  - list: ").append(text(list.list())).append("\n    strata:\n");
            for (ListPlan.ListStratum stratum : list.strata()) {
                yaml.append(
                        "      - {stratum: %s, members: %d}\n".formatted(text(stratum.stratum()), stratum.members()));
            }
        }
        return yaml.toString();
    }

    private static String take(Take take) {
        return take instanceof Take.Proportional share
                ? "{rate: " + Numbers.text(share.rate()) + "}"
                : String.valueOf(((Take.Fixed) take).number());
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
