package org.suzhi.web.workbench;

import java.util.List;
import java.util.Optional;

/**
 * The columns of a wave that can be analysed, in one language.
 *
 * @param labels of these and of columns that specifications derive
 * @param scored the items that are scored
 */
public record Codebook(List<Variable> variables, Labels labels, Scored scored) {
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
}
