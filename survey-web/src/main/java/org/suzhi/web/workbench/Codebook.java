package org.suzhi.web.workbench;

import java.util.List;
import java.util.Optional;

/** The columns of a wave that can be analysed, in one language. */
public record Codebook(List<Variable> variables) {
    public Codebook {
        variables = List.copyOf(variables);
    }

    public Optional<Variable> find(String name) {
        return variables.stream().filter(v -> v.name().equals(name)).findFirst();
    }

    public List<Variable> categories() {
        return variables.stream().filter(Variable::isCategory).toList();
    }

    public List<Variable> numbers() {
        return variables.stream().filter(v -> !v.isCategory()).toList();
    }

    /** What a column is, else its name. */
    public String label(String name) {
        return find(name).map(Variable::label).orElse(name);
    }

    /** What a category is, else its code. */
    public String level(String name, String code) {
        return find(name).flatMap(v -> v.level(code)).map(Variable.Level::label).orElse(code);
    }
}
