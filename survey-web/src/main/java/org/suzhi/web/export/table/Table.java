package org.suzhi.web.export.table;

import java.util.List;

/** What an export writes. */
public record Table(Study study, List<Variable> variables, Rows rows) {
    public Table {
        variables = List.copyOf(variables);
    }
}
