package org.suzhi.web.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suzhi.sampling.DrawnMember;
import org.suzhi.sampling.DrawnPsu;
import org.suzhi.sampling.KishTable;
import org.suzhi.sampling.ListDraw;
import org.suzhi.sampling.Visit;
import org.suzhi.web.sampling.Draws.DrawnCase;
import org.suzhi.web.sampling.Draws.ListCase;

/** The cases that drawn units make, numbered within each unit in the order of its list. */
final class CaseLists {
    private CaseLists() {}

    static List<DrawnCase> sample(List<DrawnPsu> sample) {
        List<DrawnCase> cases = new ArrayList<>();
        for (DrawnPsu psu : sample) {
            for (int k = 1; k <= psu.visits().size(); k++) {
                cases.add(drawn(psu, psu.visits().get(k - 1), k, k));
            }
        }
        return cases;
    }

    /** Numbered on behind those of the sample, so that a released one keeps its code. */
    static List<DrawnCase> reserves(List<DrawnPsu> sample) {
        List<DrawnCase> reserves = new ArrayList<>();
        for (DrawnPsu psu : sample) {
            for (int k = 1; k <= psu.reserveVisits().size(); k++) {
                reserves.add(drawn(psu, psu.reserveVisits().get(k - 1), k, psu.invited() + k));
            }
        }
        return reserves;
    }

    /** The reserves of units and lists as they are kept. */
    static List<Draws.Reserve> kept(Redrawn drawn) {
        List<Draws.Reserve> kept = new ArrayList<>();
        for (DrawnCase c : reserves(drawn.draw().sample())) {
            kept.add(new Draws.Reserve(
                    c.code(),
                    c.psu().unit().code(),
                    c.psu().unit().town(),
                    c.position(),
                    c.line(),
                    c.kishTable(),
                    false));
        }
        for (ListCase c : reserveMembers(drawn.lists())) {
            String town = c.drawn().member().town();
            kept.add(new Draws.Reserve(c.code(), c.stratum(), town, c.drawn().reserveRank(), null, "", false));
        }
        return kept;
    }

    /** Those of the members of lists, numbered within each list in the order of the draw. */
    static List<ListCase> members(ListDraw draw) {
        return numbered(draw.sample(), new HashMap<>());
    }

    /** Numbered on behind the members that were drawn. */
    static List<ListCase> reserveMembers(ListDraw draw) {
        Map<String, Integer> numbers = new HashMap<>();
        draw.sample().forEach(drawn -> numbers.merge(drawn.member().list(), 1, Integer::sum));
        return numbered(draw.reserves(), numbers);
    }

    private static List<ListCase> numbered(List<DrawnMember> members, Map<String, Integer> numbers) {
        List<ListCase> cases = new ArrayList<>();
        for (DrawnMember drawn : members) {
            int number = numbers.merge(drawn.member().list(), 1, Integer::sum);
            cases.add(new ListCase(code(drawn.member().list(), number), drawn));
        }
        return cases;
    }

    private static String code(String unit, int number) {
        return String.format(Locale.ROOT, "%s-%03d", unit, number);
    }

    private static DrawnCase drawn(DrawnPsu psu, Visit visit, int position, int number) {
        KishTable kish = visit.kish();
        return new DrawnCase(
                code(psu.unit().code(), number), psu, position, visit.line(), kish == null ? "" : kish.name());
    }
}
