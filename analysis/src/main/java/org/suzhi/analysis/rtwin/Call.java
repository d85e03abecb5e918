package org.suzhi.analysis.rtwin;

import java.util.Optional;

/** A call in R: a request's id first, then named arguments; what is not given keeps the function's own. */
final class Call {
    private final StringBuilder code;

    Call(String function, String request) {
        code = new StringBuilder(function).append("(").append(R.text(request));
    }

    Call with(String argument, String value) {
        code.append(", ").append(argument).append(" = ").append(value);
        return this;
    }

    Call with(String argument, Optional<String> value) {
        value.ifPresent(v -> with(argument, v));
        return this;
    }

    Call withList(String argument, String values) {
        return values.isEmpty() ? this : with(argument, values);
    }

    Call withFlag(String argument, boolean flag) {
        return flag ? with(argument, "TRUE") : this;
    }

    @Override
    public String toString() {
        return code + ")";
    }
}
