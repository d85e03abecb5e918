package org.suzhi.questionnaire.logic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jaxen.JaxenException;

/** Functions of texts and of lists in texts (select multiple). */
final class TextFunctions {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    private static final int MAX_PATTERNS = 1000;

    private TextFunctions() {}

    static void addTo(Map<String, OdkFunction> functions) {
        functions.put("string", new OdkFunction(0, 1, a -> a.size() == 0 ? Values.string(a.node()) : a.text(0)));
        functions.put("concat", new OdkFunction(0, OdkFunction.ANY, a -> join("", a.spread(0))));
        functions.put("join", new OdkFunction(1, OdkFunction.ANY, a -> join(a.text(0), a.spread(1))));
        functions.put("starts-with", new OdkFunction(2, 2, a -> a.text(0).startsWith(a.text(1))));
        functions.put("ends-with", new OdkFunction(2, 2, a -> a.text(0).endsWith(a.text(1))));
        functions.put("contains", new OdkFunction(2, 2, a -> a.text(0).contains(a.text(1))));
        functions.put("substring-before", new OdkFunction(2, 2, a -> {
            int at = a.text(0).indexOf(a.text(1));
            return at < 0 ? "" : a.text(0).substring(0, at);
        }));
        functions.put("substring-after", new OdkFunction(2, 2, a -> {
            int at = a.text(0).indexOf(a.text(1));
            return at < 0 ? "" : a.text(0).substring(at + a.text(1).length());
        }));
        functions.put("substring", new OdkFunction(2, 3, TextFunctions::substring));
        functions.put("substr", new OdkFunction(2, 3, TextFunctions::substr));
        functions.put("string-length", new OdkFunction(0, 1, a -> {
            String text = a.size() == 0 ? Values.string(a.node()) : a.text(0);
            return (double) text.codePointCount(0, text.length());
        }));
        functions.put(
                "normalize-space",
                new OdkFunction(
                        0,
                        1,
                        a -> (a.size() == 0 ? Values.string(a.node()) : a.text(0))
                                .strip()
                                .replaceAll("\\s+", " ")));
        functions.put("translate", new OdkFunction(3, 3, TextFunctions::translate));
        functions.put("lower-case", new OdkFunction(1, 1, a -> a.text(0).toLowerCase(Locale.ROOT)));
        functions.put("upper-case", new OdkFunction(1, 1, a -> a.text(0).toUpperCase(Locale.ROOT)));
        functions.put("regex", new OdkFunction(2, 2, TextFunctions::regex));
        functions.put("uuid", new OdkFunction(0, 1, a -> UUID.randomUUID().toString()));
        functions.put("digest", new OdkFunction(2, 3, TextFunctions::digest));
        functions.put(
                "base64-decode",
                new OdkFunction(
                        1, 1, a -> new String(Base64.getMimeDecoder().decode(a.text(0)), StandardCharsets.UTF_8)));
        functions.put("boolean-from-string", new OdkFunction(1, 1, a -> {
            String text = a.text(0);
            return text.equalsIgnoreCase("true") || text.equals("1");
        }));
        functions.put("selected", new OdkFunction(2, 2, TextFunctions::selected));
        functions.put("is-selected", new OdkFunction(2, 2, TextFunctions::selected));
        functions.put("selected-at", new OdkFunction(2, 2, a -> {
            List<String> words = words(a.text(0));
            double at = a.number(1);
            return at >= 0 && at < words.size() ? words.get((int) at) : "";
        }));
        functions.put("count-selected", new OdkFunction(1, 1, a ->
                (double) words(a.text(0)).size()));
        functions.put("intersects", new OdkFunction(2, 2, a -> {
            List<String> second = words(a.text(1));
            return words(a.text(0)).stream().anyMatch(second::contains);
        }));
        functions.put("version", new OdkFunction(0, 0, a -> ""));
        functions.put("property", new OdkFunction(1, 1, a -> ""));
    }

    static List<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+", -1));
    }

    private static String join(String separator, List<Object> values) {
        return values.stream().map(Values::string).collect(Collectors.joining(separator));
    }

    /** XPath's: positions from 1, rounded. */
    private static String substring(Arguments a) throws JaxenException {
        String text = a.text(0);
        double from = NumberFunctions.round(a.number(1));
        double to = a.size() < 3 ? Double.POSITIVE_INFINITY : from + NumberFunctions.round(a.number(2));
        var part = new StringBuilder();
        int[] codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            if (i + 1 >= from && i + 1 < to) {
                part.appendCodePoint(codePoints[i]);
            }
        }
        return part.toString();
    }

    /** ODK's: positions from 0, negative ones from the end. */
    private static String substr(Arguments a) throws JaxenException {
        String text = a.text(0);
        int from = index(a.number(1), text.length());
        int to = a.size() < 3 ? text.length() : index(a.number(2), text.length());
        return from < to ? text.substring(from, to) : "";
    }

    private static int index(double position, int length) {
        double at = position < 0 ? length + position : position;
        return (int) Math.max(0, Math.min(length, at));
    }

    private static String translate(Arguments a) throws JaxenException {
        String from = a.text(1);
        String to = a.text(2);
        var result = new StringBuilder();
        for (char c : a.text(0).toCharArray()) {
            int at = from.indexOf(c);
            if (at < 0) {
                result.append(c);
            } else if (at < to.length()) {
                result.append(to.charAt(at));
            }
        }
        return result.toString();
    }

    /** Nothing is selected where nothing is. */
    private static Boolean selected(Arguments a) throws JaxenException {
        String list = a.text(0);
        String choice = a.text(1).strip();
        return choice.isEmpty() ? list.isBlank() : words(list).contains(choice);
    }

    private static Boolean regex(Arguments a) throws JaxenException {
        Matcher matcher = pattern(a.text(1)).matcher(a.text(0));
        return a.evaluation().isRegexPartial() ? matcher.find() : matcher.matches();
    }

    static Pattern pattern(String regex) {
        if (PATTERNS.size() > MAX_PATTERNS) {
            PATTERNS.clear();
        }
        try {
            return PATTERNS.computeIfAbsent(regex, Pattern::compile);
        } catch (PatternSyntaxException e) {
            throw new ExpressionException("regex(" + regex + ")", "not a regular expression: " + e.getDescription());
        }
    }

    private static String digest(Arguments a) throws JaxenException {
        String algorithm = a.text(1);
        String encoding = a.size() < 3 ? "base64" : a.text(2);
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(a.text(0).getBytes(StandardCharsets.UTF_8));
            return encoding.equals("hex")
                    ? HexFormat.of().formatHex(hash)
                    : Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new ExpressionException("digest()", "unknown algorithm " + algorithm);
        }
    }
}
