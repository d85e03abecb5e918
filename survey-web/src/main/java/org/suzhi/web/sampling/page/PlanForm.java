package org.suzhi.web.sampling.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.suzhi.sampling.plan.AllocationRule;
import org.suzhi.sampling.plan.PlannedStratum;
import org.suzhi.web.supervision.FormInput;

/**
 * What a sample is planned for. Rates, margins and powers are shares.
 *
 * @param truth the rate that is thought true when the target is to be passed
 * @param byBudget whether the budget is spent; else the number of interviews is shared out
 * @param exponent of power allocation
 * @param take persons in each drawn unit
 * @param minimum fewest interviews in a stratum
 * @param rates expected, by stratum
 * @param costs of an interview, by stratum
 */
record PlanForm(
        double rate,
        double deff,
        double responseRate,
        double margin,
        double level,
        double truth,
        double power,
        double alpha,
        boolean byBudget,
        int interviews,
        double budget,
        String rule,
        double exponent,
        int take,
        int minimum,
        Map<String, Double> rates,
        Map<String, Double> costs) {
    static final List<String> RULES = List.of("proportional", "equal", "neyman", "neyman-costs", "power");

    /** What the page opens with. */
    static Map<String, String> offered(
            List<StratumFrame> strata, Optional<LastWave.Figures> last, double target, double margin) {
        double rate = last.map(LastWave.Figures::rate).orElse(target);
        double response =
                last.map(LastWave.Figures::responseRate).filter(r -> r > 0).orElse(0.6);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("plan-rate", percent(rate));
        fields.put("plan-deff", number(last.map(LastWave.Figures::deff).orElse(1.5)));
        fields.put("plan-response", percent(response));
        fields.put("plan-margin", percent(margin));
        fields.put("plan-level", "95");
        fields.put("plan-truth", percent(Math.max(rate, target + 0.02)));
        fields.put("plan-power", "80");
        fields.put("plan-alpha", "5");
        fields.put("plan-spend", "interviews");
        fields.put("plan-interviews", "2000");
        fields.put("plan-budget", "100000");
        fields.put("plan-rule", "proportional");
        fields.put("plan-exponent", "0.5");
        fields.put("plan-take", "40");
        fields.put("plan-minimum", "40");
        for (StratumFrame stratum : strata) {
            double own = last.map(LastWave.Figures::townRates)
                    .map(rates -> rates.get(stratum.town()))
                    .orElse(rate);
            fields.put("plan-rate:" + stratum.code(), percent(own));
            fields.put("plan-cost:" + stratum.code(), "50");
        }
        return fields;
    }

    private static String percent(double share) {
        return number(100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }

    /** Reads what was filled in; what cannot be read, the input tells. */
    static PlanForm read(List<StratumFrame> strata, FormInput input) {
        Map<String, Double> rates = new LinkedHashMap<>();
        Map<String, Double> costs = new LinkedHashMap<>();
        for (StratumFrame stratum : strata) {
            rates.put(
                    stratum.code(),
                    input.numberOf("plan-rate:" + stratum.code(), stratum.code(), "plan.stratum-rate", 0.01, 99.99)
                            / 100);
            costs.put(
                    stratum.code(),
                    input.numberOf("plan-cost:" + stratum.code(), stratum.code(), "plan.cost", 0.01, 1e6));
        }
        String rule = input.text("plan-rule");
        return new PlanForm(
                input.number("plan-rate", 0.01, 99.99) / 100,
                input.number("plan-deff", 0.1, 100),
                input.number("plan-response", 1, 100) / 100,
                input.number("plan-margin", 0.01, 49) / 100,
                input.number("plan-level", 50, 99.99) / 100,
                input.number("plan-truth", 0.01, 99.99) / 100,
                input.number("plan-power", 50, 99.99) / 100,
                input.number("plan-alpha", 0.01, 49) / 100,
                input.text("plan-spend").equals("budget"),
                (int) input.number("plan-interviews", 2, 100_000_000),
                input.number("plan-budget", 0.01, 1e12),
                RULES.contains(rule) ? rule : RULES.get(0),
                input.number("plan-exponent", 0, 1),
                (int) input.number("plan-take", 1, 10_000),
                (int) input.number("plan-minimum", 1, 100_000),
                rates,
                costs);
    }

    AllocationRule allocationRule() {
        return switch (rule) {
            case "equal" -> AllocationRule.equal();
            case "neyman" -> AllocationRule.neyman();
            case "neyman-costs" -> AllocationRule.neymanWithCosts();
            case "power" -> AllocationRule.power(exponent);
            default -> AllocationRule.proportional();
        };
    }

    List<PlannedStratum> strata(List<StratumFrame> strata) {
        return strata.stream()
                .map(s -> new PlannedStratum(
                        s.code(),
                        s.people(),
                        rates.getOrDefault(s.code(), rate),
                        deff,
                        responseRate,
                        costs.getOrDefault(s.code(), 1.0),
                        minimum))
                .toList();
    }
}
