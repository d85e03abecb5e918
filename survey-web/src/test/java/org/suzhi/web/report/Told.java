package org.suzhi.web.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sentence of a report, known again by the text it was made from.
 *
 * @param key of the text; "split.up.open" of what composition and rates did
 * @param text the sentence itself
 * @param values what stands in the places of the text, by their numbers
 */
record Told(String key, String text, List<String> values) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
    private static final List<String> DIRECTIONS = List.of("up", "down", "open", "none");
    /** What the texts of sentences begin with. */
    private static final Pattern SENTENCES = Pattern.compile(
            "verdict\\.\\w+\\.sentence|(ground|topic|change|outlook|report|whatif|weighting|division)\\..*"
                    + "|contributions\\.(one|made|lag)\\b.*|[a-z]+(_[a-z]+)*");

    /** Reads what is told in a language. */
    static final class Reader {
        private final boolean english;
        private final List<Form> forms = new ArrayList<>();

        Reader(Locale locale) {
            english = locale.getLanguage().equals("en");
            for (String name :
                    List.of("messages", "reports", "division", "contributions", "org.suzhi.analysis.indicator.words")) {
                ResourceBundle bundle = ResourceBundle.getBundle(
                        name,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
                bundle.keySet().stream()
                        .filter(key -> SENTENCES.matcher(key).matches())
                        .filter(key -> bundle.getString(key).endsWith(english ? "." : "。"))
                        .forEach(key -> forms.add(form(key, bundle.getString(key))));
                if (name.equals("contributions")) {
                    splits(bundle);
                }
            }
            forms.sort(Comparator.comparing((Form form) -> form.literals()).reversed());
        }

        private void splits(ResourceBundle texts) {
            for (String composition : DIRECTIONS) {
                for (String rate : DIRECTIONS) {
                    String sentence = texts.getString("contributions.sentence")
                            .replace("{1}", shifted(texts.getString("contributions.rate." + rate), 3))
                            .replace("{0}", texts.getString("contributions.composition." + composition));
                    forms.add(form(
                            "split." + composition + "." + rate,
                            texts.getString("contributions.of")
                                    .replace("{0}", "{6}")
                                    .replace("{1}", sentence)));
                }
            }
        }

        private static String shifted(String text, int by) {
            return PLACE.matcher(text).replaceAll(place -> "{" + (Integer.parseInt(place.group(1)) + by) + "}");
        }

        /** A text as a pattern: a place holds no end of a sentence. */
        private Form form(String key, String text) {
            StringBuilder pattern = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            Matcher matcher = PLACE.matcher(text);
            int from = 0;
            while (matcher.find()) {
                pattern.append(Pattern.quote(text.substring(from, matcher.start())))
                        .append(english ? "((?:(?!\\. ).)+?)" : "([^。]+?)");
                places.add(Integer.parseInt(matcher.group(1)));
                from = matcher.end();
            }
            pattern.append(Pattern.quote(text.substring(from))).append(english ? "(?= |$)" : "");
            return new Form(
                    key,
                    Pattern.compile(pattern.toString()),
                    places,
                    PLACE.matcher(text).replaceAll("").length());
        }

        /** The sentences of a paragraph; empty where one of them is none of the texts. */
        Optional<List<Told>> read(String paragraph) {
            if (paragraph.isEmpty()) {
                return Optional.of(List.of());
            }
            for (Form form : forms) {
                Matcher matcher = form.pattern().matcher(paragraph);
                if (matcher.lookingAt()) {
                    Optional<List<Told>> rest =
                            read(paragraph.substring(matcher.end()).stripLeading());
                    if (rest.isPresent()) {
                        return Optional.of(Stream.concat(Stream.of(form.told(matcher)), rest.get().stream())
                                .toList());
                    }
                }
            }
            return Optional.empty();
        }
    }

    /**
     * @param places the numbers of the pattern's groups
     * @param literals how many letters of its own it has
     */
    private record Form(String key, Pattern pattern, List<Integer> places, int literals) {
        Told told(Matcher matcher) {
            int most = places.stream().mapToInt(Integer::intValue).max().orElse(-1);
            List<String> values = new ArrayList<>(
                    IntStream.rangeClosed(0, most).mapToObj(i -> "").toList());
            for (int i = 0; i < places.size(); i++) {
                values.set(places.get(i), matcher.group(i + 1));
            }
            return new Told(key, matcher.group(), values);
        }
    }

    String value(int place) {
        return values.get(place);
    }

    int year(int place) {
        return Integer.parseInt(value(place));
    }

    /** A figure in percent or percentage points. */
    double number(int place) {
        return number(value(place));
    }

    static double number(String value) {
        return Double.parseDouble(
                value.replace('−', '-').replace("+", "").replace("%", "").replace(",", ""));
    }

    /** The last part of the key: how a figure is said to lie. */
    String how() {
        return key.substring(Math.max(key.lastIndexOf('.'), key.lastIndexOf('_')) + 1);
    }
}
