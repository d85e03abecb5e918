package org.suzhi.questionnaire.logic;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.jaxen.DefaultNavigator;
import org.jaxen.UnsupportedAxisException;
import org.jaxen.XPath;
import org.jspecify.annotations.Nullable;

/** Lets Jaxen walk instance trees. */
final class InstanceNavigator extends DefaultNavigator {
    static final InstanceNavigator INSTANCE = new InstanceNavigator();

    private InstanceNavigator() {}

    @Override
    public Iterator<InstanceNode> getChildAxisIterator(Object node) {
        return node instanceof InstanceNode element ? element.children().iterator() : Collections.emptyIterator();
    }

    @Override
    public Iterator<Object> getParentAxisIterator(Object node) {
        Object parent = getParentNode(node);
        return parent == null
                ? Collections.emptyIterator()
                : Collections.singleton(parent).iterator();
    }

    @Override
    public Iterator<? extends Object> getAttributeAxisIterator(Object node) throws UnsupportedAxisException {
        return node instanceof InstanceNode element
                ? element.attributes().entrySet().iterator()
                : Collections.emptyIterator();
    }

    @Override
    public @Nullable Object getParentNode(Object node) {
        return node instanceof InstanceNode element ? element.parent() : null;
    }

    @Override
    public Object getDocumentNode(Object node) {
        Object at = node;
        while (at instanceof InstanceNode element && element.parent() != null) {
            at = element.parent();
        }
        return at;
    }

    @Override
    public String getElementNamespaceUri(Object node) {
        return "";
    }

    @Override
    public String getElementName(Object node) {
        return ((InstanceNode) node).name();
    }

    @Override
    public String getElementQName(Object node) {
        return getElementName(node);
    }

    @Override
    public String getAttributeNamespaceUri(Object node) {
        return "";
    }

    @Override
    public String getAttributeName(Object node) {
        return String.valueOf(((Map.Entry<?, ?>) node).getKey());
    }

    @Override
    public String getAttributeQName(Object node) {
        return getAttributeName(node);
    }

    @Override
    public boolean isDocument(Object node) {
        return node instanceof InstanceNode element && element.isDocument();
    }

    @Override
    public boolean isElement(Object node) {
        return node instanceof InstanceNode element && !element.isDocument();
    }

    @Override
    public boolean isAttribute(Object node) {
        return node instanceof Map.Entry;
    }

    @Override
    public boolean isNamespace(Object node) {
        return false;
    }

    @Override
    public boolean isComment(Object node) {
        return false;
    }

    @Override
    public boolean isText(Object node) {
        return false;
    }

    @Override
    public boolean isProcessingInstruction(Object node) {
        return false;
    }

    @Override
    public String getCommentStringValue(Object node) {
        return "";
    }

    @Override
    public String getElementStringValue(Object node) {
        return ((InstanceNode) node).stringValue();
    }

    @Override
    public String getAttributeStringValue(Object node) {
        return String.valueOf(((Map.Entry<?, ?>) node).getValue());
    }

    @Override
    public String getNamespaceStringValue(Object node) {
        return "";
    }

    @Override
    public String getTextStringValue(Object node) {
        return "";
    }

    @Override
    public String getNamespacePrefix(Object node) {
        return "";
    }

    @Override
    public XPath parseXPath(String xpath) {
        throw new UnsupportedOperationException("expressions are parsed by Expression");
    }
}
