package org.suzhi.analysis.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.suzhi.analysis.AnalysisProblem;
import org.suzhi.analysis.expression.Expression.Node;

/** Recursive descent with the usual precedence: {@code |}, {@code &}, {@code !}, comparison, sum, product, sign. */
final class ExpressionParser {
    private static final int DEEPEST = 200;
    private static final int LONGEST = 4000;
    private static final Set<String> FUNCTIONS = Set.of("log", "exp", "sqrt", "abs");

    private final String source;
    private int at;
    private int depth;

    ExpressionParser(String source) {
        this.source = source;
    }

    Node parse() {
        if (source.length() > LONGEST) {
            throw problem("at most " + LONGEST + " characters");
        }
        Node node = or();
        skipBlanks();
        if (at < source.length()) {
            throw problem("an operator or the end");
        }
        return node;
    }

    private Node or() {
        if (++depth > DEEPEST) {
            throw problem("fewer than " + DEEPEST + " levels of parentheses");
        }
        Node left = and();
        while (take("||") || take("|")) {
            left = operation("|", left, and());
        }
        depth--;
        return left;
    }

    private Node and() {
        Node left = not();
        while (take("&&") || take("&")) {
            left = operation("&", left, not());
        }
        return left;
    }

    private Node not() {
        int negations = 0;
        while (peek() == '!' && !source.startsWith("!=", at)) {
            at++;
            negations++;
        }
        Node node = comparison();
        for (int i = 0; i < negations; i++) {
            node = operation("!", node);
        }
        return node;
    }

    private Node comparison() {
        Node left = sum();
        for (String symbol : List.of("==", "!=", "<=", ">=", "<", ">")) {
            if (take(symbol)) {
                return operation(symbol, left, sum());
            }
        }
        return left;
    }

    private Node sum() {
        Node left = product();
        while (true) {
            if (take("+")) {
                left = operation("+", left, product());
            } else if (take("-")) {
                left = operation("-", left, product());
            } else {
                return left;
            }
        }
    }

    private Node product() {
        Node left = signed();
        while (true) {
            if (take("*")) {
                left = operation("*", left, signed());
            } else if (take("/")) {
                left = operation("/", left, signed());
            } else {
                return left;
            }
        }
    }

    private Node signed() {
        boolean negative = false;
        while (true) {
            if (take("-")) {
                negative = !negative;
            } else if (!take("+")) {
                break;
            }
        }
        Node node = primary();
        return negative ? operation("-", node) : node;
    }

    private Node primary() {
        char c = peek();
        if (take("(")) {
            Node inside = or();
            expect(")");
            return inside;
        }
        if (c == '\'' || c == '"') {
            int end = source.indexOf(c, at + 1);
            if (end < 0) {
                throw problem("a closing quote");
            }
            String text = source.substring(at + 1, end);
            at = end + 1;
            return new Expression.Text(text);
        }
        if (c == '.' || Character.isDigit(c)) {
            return number();
        }
        if (Character.isLetter(c) || c == '_' || c == '`') {
            return name();
        }
        throw problem("a number, a text in quotes, a column name or a parenthesis");
    }

    private Node number() {
        int start = at;
        while (at < source.length() && (Character.isDigit(source.charAt(at)) || source.charAt(at) == '.')) {
            at++;
        }
        if (at < source.length() && (source.charAt(at) == 'e' || source.charAt(at) == 'E')) {
            at++;
            if (at < source.length() && (source.charAt(at) == '-' || source.charAt(at) == '+')) {
                at++;
            }
            while (at < source.length() && Character.isDigit(source.charAt(at))) {
                at++;
            }
        }
        try {
            return new Expression.Constant(Double.parseDouble(source.substring(start, at)));
        } catch (NumberFormatException e) {
            at = start;
            throw problem("a number");
        }
    }

    private Node name() {
        String name;
        if (source.charAt(at) == '`') {
            int end = source.indexOf('`', at + 1);
            if (end < 0) {
                throw problem("a closing `");
            }
            name = source.substring(at + 1, end);
            at = end + 1;
            return new Expression.Name(name);
        }
        int start = at;
        while (at < source.length()
                && (Character.isLetterOrDigit(source.charAt(at))
                        || source.charAt(at) == '_'
                        || source.charAt(at) == '.')) {
            at++;
        }
        name = source.substring(start, at);
        if (FUNCTIONS.contains(name) && take("(")) {
            Node inside = or();
            expect(")");
            return operation(name, inside);
        }
        return new Expression.Name(name);
    }

    private static Node operation(String symbol, Node... operands) {
        return new Expression.Operation(symbol, new ArrayList<>(List.of(operands)));
    }

    private char peek() {
        skipBlanks();
        return at < source.length() ? source.charAt(at) : '\0';
    }

    private boolean take(String symbol) {
        skipBlanks();
        if (source.startsWith(symbol, at)) {
            at += symbol.length();
            return true;
        }
        return false;
    }

    private void expect(String symbol) {
        if (!take(symbol)) {
            throw problem("'" + symbol + "'");
        }
    }

    private void skipBlanks() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    private AnalysisProblem problem(String expected) {
        String got =
                at < source.length() ? "'" + source.substring(at, Math.min(source.length(), at + 10)) + "'" : "end";
        return new AnalysisProblem("bad_expression", source, at + 1, got, expected);
    }
}
