package org.suzhi.questionnaire.logic;

import java.util.List;
import org.jaxen.JaxenHandler;
import org.jaxen.expr.Expr;
import org.jaxen.saxpath.SAXPathException;
import org.jaxen.saxpath.base.XPathReader;

/** An XPath expression of a form, read once and then evaluated any number of times; safe for threads. */
public final class Expression {
    private final String source;
    private final Expr root;
    private final References references;

    private Expression(String source, Expr root) {
        this.source = source;
        this.root = root;
        this.references = References.of(root);
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException if the text is no XPath or calls an unknown function
     */
    public static Expression parse(String source) {
        var handler = new JaxenHandler();
        handler.setXPathFactory(new OdkFactory());
        var reader = new XPathReader();
        reader.setXPathHandler(handler);
        try {
            reader.parse(source.strip());
            return new Expression(source.strip(), handler.getXPathExpr().getRootExpr());
        } catch (ExpressionException e) {
            throw new ExpressionException(source.strip(), e.reason());
        } catch (StackOverflowError e) {
            throw new ExpressionException(source.strip().substring(0, 100) + "…", "too deeply nested");
        } catch (SAXPathException | RuntimeException e) {
            throw new ExpressionException(source.strip(), String.valueOf(e.getMessage()));
        }
    }

    public String source() {
        return source;
    }

    Expr root() {
        return root;
    }

    /** What this expression reads. */
    public References references() {
        return references;
    }

    public Object evaluate(Evaluation evaluation, InstanceNode node) {
        return evaluation.evaluate(root, node);
    }

    public boolean test(Evaluation evaluation, InstanceNode node) {
        return Values.truth(evaluate(evaluation, node));
    }

    public String string(Evaluation evaluation, InstanceNode node) {
        return Values.string(evaluate(evaluation, node));
    }

    /** A value as XPath writes it. */
    public static String text(Object value) {
        return Values.string(value);
    }

    public double number(Evaluation evaluation, InstanceNode node) {
        return Values.number(evaluate(evaluation, node));
    }

    /** The nodes selected, or none where the value is no node-set. */
    public List<InstanceNode> select(Evaluation evaluation, InstanceNode node) {
        return evaluate(evaluation, node) instanceof List<?> nodes
                ? nodes.stream()
                        .filter(InstanceNode.class::isInstance)
                        .map(InstanceNode.class::cast)
                        .toList()
                : List.of();
    }

    @Override
    public String toString() {
        return source;
    }
}
