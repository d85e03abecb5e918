package org.suzhi.questionnaire.logic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The functions of the ODK XForms specification, by name. */
public final class FunctionLibrary {
    private static final Map<String, OdkFunction> FUNCTIONS = new HashMap<>();

    /** What gives another value at each call, or one that only the client knows. */
    private static final Set<String> CLIENT_ONLY = Set.of(
            "uuid", "random", "now", "today", "once", "version", "property", "randomize", "jr:choice-name", "jr:itext");

    private static final Set<String> CLOCK = Set.of("now", "today");

    static {
        TextFunctions.addTo(FUNCTIONS);
        NumberFunctions.addTo(FUNCTIONS);
        DateFunctions.addTo(FUNCTIONS);
        NodeFunctions.addTo(FUNCTIONS);
        GeoFunctions.addTo(FUNCTIONS);
    }

    private FunctionLibrary() {}

    static OdkFunction find(String name) {
        OdkFunction function = FUNCTIONS.get(name);
        if (function == null) {
            throw new ExpressionException(name + "()", "unknown function " + name + "()");
        }
        return function;
    }

    /** Whether the expression gives the same value on the server as it gave on the client. */
    public static boolean isRepeatable(Expression expression) {
        return expression.references().functions().stream().noneMatch(CLIENT_ONLY::contains);
    }

    /** Whether the expression reads the time. */
    public static boolean readsClock(Expression expression) {
        return expression.references().functions().stream().anyMatch(CLOCK::contains);
    }

    /** Whether the expression matches regular expressions. */
    public static boolean matchesRegex(Expression expression) {
        return expression.references().functions().contains("regex");
    }
}
