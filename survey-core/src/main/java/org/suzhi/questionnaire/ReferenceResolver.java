package org.suzhi.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts paths in the place of references. Inside a repeat, a reference to a question of the same repeat becomes a
 * relative path, so that it stays in the same repeat instance.
 */
final class ReferenceResolver {
    static final String LAST_SAVED = "__last-saved";

    private static final Pattern INDEXED_REPEAT = Pattern.compile("indexed-repeat\\([^)]+\\)");
    private static final Pattern INSTANCE = Pattern.compile("instance\\([^)]+.+");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]+)\\]");
    private static final String INSTANCE_PATH =
            "instance\\(\\s*(?:'[^']*'|\"[^\"]*\")\\s*\\)(?:/[\\w.:-]+|\\[[^\\]]*\\])+";
    private static final Pattern OUTPUT =
            Pattern.compile("\\{\\{\\s*(.+?)\\s*\\}\\}|(" + INSTANCE_PATH + ")|" + Reference.PATTERN.pattern());

    private final Map<String, List<SurveyElement>> byName = new HashMap<>();

    ReferenceResolver(SurveyElement root) {
        root.walk(element ->
                byName.computeIfAbsent(element.name, name -> new ArrayList<>(1)).add(element));
    }

    /** How many elements have a name: a reference needs one. */
    int count(String name) {
        return byName.getOrDefault(name, List.of()).size();
    }

    @Nullable
    SurveyElement find(String name) {
        List<SurveyElement> named = byName.getOrDefault(name, List.of());
        return named.size() == 1 ? named.get(0) : null;
    }

    /** An expression as it stands at an element. */
    String expression(String text, SurveyElement at) {
        return resolve(text, at, false, false);
    }

    /** A filter of choices: inside the brackets the question itself is {@code current()}. */
    String filter(String text, SurveyElement at, boolean fromRepeat) {
        return resolve(text, at, true, fromRepeat);
    }

    /** The answers of a repeated question as a list of choices. */
    String repeated(String text, SurveyElement at) {
        return resolve(text, at, false, true);
    }

    private String resolve(String text, SurveyElement at, boolean useCurrent, boolean fromParent) {
        return Reference.PATTERN
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(path(
                        match.group(2),
                        match.group(1) != null,
                        text,
                        match.start(),
                        match.end(),
                        at,
                        useCurrent,
                        fromParent)));
    }

    /** A text with its references as outputs. */
    List<Object> outputs(String text, @Nullable SurveyElement at) {
        var parts = new ArrayList<Object>();
        Matcher matcher = OUTPUT.matcher(text);
        int end = 0;
        while (!text.equals("-") && matcher.find()) {
            if (matcher.start() > end) {
                parts.add(text.substring(end, matcher.start()));
            }
            String inner = matcher.group(1) == null ? matcher.group() : matcher.group(1);
            String value = Reference.PATTERN
                    .matcher(inner)
                    .replaceAll(match -> Matcher.quoteReplacement(path(
                            match.group(2),
                            match.group(1) != null,
                            inner,
                            match.start(),
                            match.end(),
                            at,
                            false,
                            false)));
            parts.add(Xml.element("output").with("value", value));
            end = matcher.end();
        }
        if (end < text.length()) {
            parts.add(text.substring(end));
        }
        return parts;
    }

    private String path(
            String name,
            boolean lastSaved,
            String text,
            int start,
            int end,
            @Nullable SurveyElement at,
            boolean useCurrent,
            boolean fromParent) {
        SurveyElement target = find(name);
        if (target == null) {
            return "${" + name + "}";
        }
        if (!lastSaved && at != null && !isPlaceInIndexedRepeat(text, start, end)) {
            boolean current = useCurrent || isInInstanceFilter(text, start, end);
            String relative = relative(target, at, fromParent);
            if (relative != null) {
                return (current ? " current()/" : " ") + relative + " ";
            }
        }
        return " " + (lastSaved ? "instance('" + LAST_SAVED + "')" : "") + target.xpath() + " ";
    }

    /** The path from one element to another of the same repeat, or null if they share none. */
    private static @Nullable String relative(SurveyElement target, SurveyElement source, boolean fromParent) {
        List<SurveyElement> around = source.lineage();
        SurveyElement repeat = target.lineage().stream()
                .filter(element -> element.isRepeat() && around.contains(element))
                .findFirst()
                .orElse(null);
        if (repeat == null || repeat == source || repeat == target) {
            return null;
        }
        SurveyElement from =
                target.lineage().stream().filter(around::contains).findFirst().orElseThrow();
        int steps = steps(source, from);
        String path = target.pathFrom(from);
        if (fromParent) {
            boolean outermost = repeat.lineage().stream().skip(1).noneMatch(SurveyElement::isRepeat);
            if (repeat == nearestRepeat(target) && (outermost || nearestRepeat(source) != repeat)) {
                steps = steps(source, repeat) + 1;
                path = target.pathFrom(repeat.parent);
            }
        }
        if (steps == 0) {
            return null;
        }
        return "../".repeat(steps - 1) + ".." + (path.endsWith(target.name) ? path : "/" + target.name);
    }

    private static int steps(SurveyElement from, SurveyElement to) {
        return (int) from.lineage().stream()
                .takeWhile(element -> element != to)
                .filter(element -> !element.flat)
                .count();
    }

    private static @Nullable SurveyElement nearestRepeat(SurveyElement element) {
        return element.lineage().stream()
                .skip(1)
                .filter(SurveyElement::isRepeat)
                .findFirst()
                .orElse(null);
    }

    /** Whether the reference is the node or a repeat of an indexed-repeat(), which need their whole path. */
    private static boolean isPlaceInIndexedRepeat(String text, int start, int end) {
        Matcher calls = INDEXED_REPEAT.matcher(text);
        while (calls.find()) {
            if (start >= calls.start() && end <= calls.end()) {
                String before = text.substring(calls.start(), start);
                long argument = before.chars().filter(c -> c == ',').count();
                return argument == 0 || argument % 2 == 1;
            }
        }
        return false;
    }

    private static boolean isInInstanceFilter(String text, int start, int end) {
        if (!INSTANCE.matcher(text).find()) {
            return false;
        }
        Matcher brackets = BRACKETS.matcher(text);
        while (brackets.find()) {
            if (start >= brackets.start() && end <= brackets.end()) {
                return true;
            }
        }
        return false;
    }
}
