package org.suzhi.analysis.specification;

import java.util.Optional;
import org.suzhi.analysis.expression.Expression;

/** One item of the {@code models} section. */
record ModelRequest(
        String id,
        Kind kind,
        String formula,
        Optional<String> family,
        Optional<String> link,
        Optional<Expression> subset) {

    enum Kind {
        GLM,
        OLR
    }

    static ModelRequest read(SpecificationReader reader) {
        ModelRequest request = new ModelRequest(
                reader.requiredText("id"),
                reader.choice("kind", Kind.class, "glm"),
                reader.requiredText("formula"),
                reader.text("family"),
                reader.text("link"),
                reader.expression("subset"));
        reader.finish();
        return request;
    }
}
