package org.suzhi.web.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.suzhi.questionnaire.ScoringKey.ScoredItem;
import org.suzhi.response.Control;
import org.suzhi.response.Item;
import org.suzhi.web.quality.Flag.Kind;
import org.suzhi.web.questionnaire.PublishedQuestionnaire;

/**
 * Finds the flags of a wave's interviews. Near duplicates are looked for within a village only: comparing all pairs of a
 * wave grows with its square, and invented interviews are written where they are said to have been held.
 */
final class Flags {
    private final QualitySettings settings;
    private final List<List<String>> batteries;
    private final Set<String> withDontKnow;
    private final List<String> compared;
    private final VillageDistance distance;

    Flags(QualitySettings settings, PublishedQuestionnaire questionnaire, VillageDistance distance) {
        this.settings = settings;
        this.distance = distance;
        List<Item> items = questionnaire.form().items();
        this.batteries = batteries(items, settings.straightRun());
        this.withDontKnow = items.stream()
                .filter(item -> item.choices().containsKey(settings.dontKnow()))
                .map(Item::name)
                .collect(Collectors.toSet());
        LinkedHashSet<String> all = new LinkedHashSet<>(settings.demographics());
        questionnaire.scoring().items().stream().map(ScoredItem::item).forEach(all::add);
        this.compared = List.copyOf(all);
    }

    /** Runs of select-one items that follow each other and offer the same choices. */
    static List<List<String>> batteries(List<Item> items, int shortest) {
        List<List<String>> batteries = new ArrayList<>();
        List<String> run = new ArrayList<>();
        Set<String> choices = Set.of();
        for (Item item : items) {
            boolean asked = item.control() == Control.SELECT_ONE;
            if (!asked || !item.choices().keySet().equals(choices)) {
                if (run.size() >= shortest) {
                    batteries.add(List.copyOf(run));
                }
                run.clear();
                choices = asked ? item.choices().keySet() : Set.of();
            }
            if (asked) {
                run.add(item.name());
            }
        }
        if (run.size() >= shortest) {
            batteries.add(List.copyOf(run));
        }
        return batteries;
    }

    /** The flags by the number of the response; a response without any has no entry. */
    Map<Long, List<Flag>> of(List<Interview> interviews) {
        Map<Long, List<Flag>> flags = new LinkedHashMap<>();
        OptionalDouble median = median(interviews);
        for (Interview interview : interviews) {
            List<Flag> own = new ArrayList<>();
            speeding(interview, median, own);
            straightLining(interview, own);
            dontKnow(interview, own);
            night(interview, own);
            far(interview, own);
            if (!own.isEmpty()) {
                flags.put(interview.number(), own);
            }
        }
        duplicates(interviews)
                .forEach((number, flag) ->
                        flags.computeIfAbsent(number, n -> new ArrayList<>()).add(flag));
        return flags;
    }

    static OptionalDouble median(List<Interview> interviews) {
        double[] minutes = interviews.stream()
                .flatMap(i -> i.minutes().stream().boxed())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int n = minutes.length;
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((minutes[(n - 1) / 2] + minutes[n / 2]) / 2);
    }

    private void speeding(Interview interview, OptionalDouble median, List<Flag> flags) {
        if (median.isPresent() && interview.minutes().isPresent()) {
            double least = settings.speedShare() * median.getAsDouble();
            double minutes = interview.minutes().getAsDouble();
            if (minutes < least) {
                flags.add(new Flag(Kind.SPEEDING, minutes, least, 0));
            }
        }
    }

    /** The battery with the largest share of one answer. */
    private void straightLining(Interview interview, List<Flag> flags) {
        double largest = 0;
        for (List<String> battery : batteries) {
            Map<String, Integer> counts = new HashMap<>();
            int answered = 0;
            for (String item : battery) {
                String answer = interview.answer(item);
                if (!answer.isEmpty()) {
                    answered++;
                    counts.merge(answer, 1, Integer::sum);
                }
            }
            if (answered >= settings.straightRun()) {
                int most =
                        counts.values().stream().max(Comparator.naturalOrder()).orElse(0);
                largest = Math.max(largest, (double) most / answered);
            }
        }
        if (largest >= settings.straightShare()) {
            flags.add(new Flag(Kind.STRAIGHT_LINING, largest, settings.straightShare(), 0));
        }
    }

    private void dontKnow(Interview interview, List<Flag> flags) {
        int answered = 0;
        int unknown = 0;
        for (String item : withDontKnow) {
            String answer = interview.answer(item);
            answered += answer.isEmpty() ? 0 : 1;
            unknown += answer.equals(settings.dontKnow()) ? 1 : 0;
        }
        double share = answered == 0 ? 0 : (double) unknown / answered;
        if (answered > 0 && share >= settings.dontKnowShare()) {
            flags.add(new Flag(Kind.DONT_KNOW, share, settings.dontKnowShare(), 0));
        }
    }

    private void night(Interview interview, List<Flag> flags) {
        interview.start().ifPresent(start -> {
            int hour = start.getHour();
            if (hour >= settings.nightFrom() || hour < settings.nightTo()) {
                flags.add(new Flag(
                        Kind.NIGHT, hour, hour < settings.nightTo() ? settings.nightTo() : settings.nightFrom(), 0));
            }
        });
    }

    private void far(Interview interview, List<Flag> flags) {
        distance.kilometres(interview).ifPresent(kilometres -> {
            if (kilometres > settings.farKilometres()) {
                flags.add(new Flag(Kind.FAR, kilometres, settings.farKilometres(), 0));
            }
        });
    }

    /** For each response the earlier one that it is like most. */
    private Map<Long, Flag> duplicates(List<Interview> interviews) {
        Map<Long, Flag> flags = new LinkedHashMap<>();
        Map<List<String>, Long> first = new HashMap<>();
        Map<String, List<Interview>> byVillage = new HashMap<>();
        for (Interview interview : interviews) {
            if (interview.score().isEmpty()) {
                continue;
            }
            Long same = first.putIfAbsent(key(interview), interview.number());
            if (same != null) {
                flags.put(interview.number(), new Flag(Kind.DUPLICATE, 1, 1, same));
            } else {
                List<Interview> earlier = byVillage.computeIfAbsent(interview.psu(), v -> new ArrayList<>());
                near(interview, earlier, flags);
                earlier.add(interview);
            }
        }
        return flags;
    }

    private void near(Interview interview, List<Interview> earlier, Map<Long, Flag> flags) {
        for (Interview other : earlier) {
            long agreeing = compared.stream()
                    .filter(item -> interview.answer(item).equals(other.answer(item)))
                    .count();
            double share = (double) agreeing / compared.size();
            Flag known = flags.get(interview.number());
            if (share >= settings.nearShare() && (known == null || share > known.value())) {
                flags.put(
                        interview.number(), new Flag(Kind.NEAR_DUPLICATE, share, settings.nearShare(), other.number()));
            }
        }
    }

    private List<String> key(Interview interview) {
        String[] answers = compared.stream().map(interview::answer).toArray(String[]::new);
        return Arrays.asList(answers);
    }
}
