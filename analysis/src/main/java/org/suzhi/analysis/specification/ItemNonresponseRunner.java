package org.suzhi.analysis.specification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suzhi.analysis.design.Domains;
import org.suzhi.analysis.design.SurveyDesign;
import org.suzhi.analysis.estimate.Interval;
import org.suzhi.analysis.estimate.LinearEstimates;
import org.suzhi.microdata.Column;
import org.suzhi.microdata.MissingReason;

/**
 * How many respondents left an item without an answer, and why. Shares of answers, refusals and items left open are among those
 * who were asked; the share not asked is among all. "Do not know" is an answer.
 */
final class ItemNonresponseRunner {
    private final ItemNonresponseRequest request;
    private final SurveyDesign design;
    private final BitSet members;
    private final double df;

    /** The place of the last item that each row answered; −1 where none, all rows one past the end unless it is asked for. */
    private final int[] last;

    private ItemNonresponseRunner(ItemNonresponseRequest request, SurveyDesign design, BitSet subset) {
        this.request = request;
        this.design = design;
        members = (BitSet) subset.clone();
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            members.set(i, design.weight(i) != 0);
        }
        df = design.degreesOfFreedom(members);
        last = new int[design.rows()];
        Arrays.fill(last, request.notReached() ? -1 : request.items().size());
        for (int k = 0; request.notReached() && k < request.items().size(); k++) {
            Column column = design.extract().column(request.items().get(k));
            for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
                last[i] = column.isMissing(i) ? last[i] : k;
            }
        }
    }

    static List<EstimateRow> run(ItemNonresponseRequest request, SurveyDesign design, BitSet subset) {
        ItemNonresponseRunner runner = new ItemNonresponseRunner(request, design, subset);
        List<EstimateRow> rows = new ArrayList<>();
        for (int k = 0; k < request.items().size(); k++) {
            String item = request.items().get(k);
            rows.addAll(runner.item(k, item, design.extract().column(item)));
        }
        return rows;
    }

    private List<EstimateRow> item(int place, String item, Column column) {
        double[] answered = new double[column.size()];
        double[] doNotKnow = new double[column.size()];
        double[] refused = new double[column.size()];
        double[] open = new double[column.size()];
        double[] notReached = new double[column.size()];
        double[] notAsked = new double[column.size()];
        BitSet asked = (BitSet) members.clone();
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            MissingReason reason = column.missingReason(i).orElse(null);
            answered[i] = reason == null ? 1 : 0;
            doNotKnow[i] = reason == null && request.doNotKnow().contains(column.text(i)) ? 1 : 0;
            refused[i] = reason == MissingReason.REFUSED ? 1 : 0;
            boolean isOpen = reason == MissingReason.NOT_ANSWERED;
            open[i] = isOpen && place <= last[i] ? 1 : 0;
            notReached[i] = isOpen && place > last[i] ? 1 : 0;
            notAsked[i] = reason == MissingReason.NOT_ASKED ? 1 : 0;
            asked.set(i, reason != MissingReason.NOT_ASKED);
        }
        Map<String, double[]> amongAsked = new LinkedHashMap<>();
        amongAsked.put("answered", answered);
        if (!request.doNotKnow().isEmpty()) {
            amongAsked.put("do-not-know", doNotKnow);
        }
        amongAsked.put("refused", refused);
        amongAsked.put("not-answered", open);
        if (request.notReached()) {
            amongAsked.put("not-reached", notReached);
        }
        List<EstimateRow> rows = new ArrayList<>(rows(item, asked, amongAsked));
        rows.addAll(rows(item, members, Map.of("not-asked", notAsked)));
        return rows;
    }

    private List<EstimateRow> rows(String item, BitSet of, Map<String, double[]> indicators) {
        LinearEstimates shares =
                LinearEstimates.means(design, Domains.of(of, design.rows()), List.copyOf(indicators.values()), false);
        List<EstimateRow> rows = new ArrayList<>();
        for (Map.Entry<String, double[]> one : indicators.entrySet()) {
            Map<String, Object> labels = new LinkedHashMap<>();
            labels.put("item", item);
            labels.put("outcome", one.getKey());
            double count = 0;
            for (int i = of.nextSetBit(0); i >= 0; i = of.nextSetBit(i + 1)) {
                count += one.getValue()[i];
            }
            int n = of.cardinality();
            double share = n == 0 ? Double.NaN : shares.value(0, rows.size());
            double se = n == 0 ? Double.NaN : Math.sqrt(Math.max(shares.variance(0, rows.size()), 0));
            Interval interval = Interval.wald(share, se, df, request.ciLevel());
            Map<String, Double> unweighted = new LinkedHashMap<>();
            unweighted.put("count", count);
            unweighted.put("unweighted", n == 0 ? Double.NaN : count / n);
            rows.add(new EstimateRow(
                    Map.of(),
                    labels,
                    n,
                    share,
                    se,
                    interval.lower(),
                    interval.upper(),
                    df,
                    Double.NaN,
                    Double.NaN,
                    Optional.empty(),
                    unweighted));
        }
        return rows;
    }
}
