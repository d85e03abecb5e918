package org.suzhi.web.weighting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suzhi.web.fieldwork.NamedCode;

/**
 * A variable of a wave's rows that margins can name.
 *
 * @param name the column's name
 * @param levels its codes with their names; empty where the questionnaire calculates it, so that only the rows tell
 * @param aliases other names of levels, which files may use
 */
public record WeightingVariable(
        String name, String nameZh, String nameEn, List<NamedCode> levels, List<NamedCode> aliases) {
    public WeightingVariable {
        levels = List.copyOf(levels);
        aliases = List.copyOf(aliases);
    }

    public String label(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? nameZh : nameEn;
    }

    /** Whether a file that says so means this variable. */
    boolean isCalled(String given) {
        return given.equals(name) || given.equals(nameZh) || given.equalsIgnoreCase(nameEn);
    }

    /** The code of a level given by code or name; where the codes are not known, what is given. */
    Optional<String> code(String given) {
        if (levels.stream().anyMatch(level -> level.code().equals(given))) {
            return Optional.of(given);
        }
        for (List<NamedCode> names : List.of(levels, aliases)) {
            for (NamedCode level : names) {
                if (given.equals(level.nameZh()) || given.equalsIgnoreCase(level.nameEn())) {
                    return Optional.of(level.code());
                }
            }
        }
        return levels.isEmpty() ? Optional.of(given) : Optional.empty();
    }

    /** The name of a level, else its code. */
    public String level(String code, Locale locale) {
        for (List<NamedCode> names : List.of(aliases, levels)) {
            for (NamedCode level : names) {
                if (level.code().equals(code)) {
                    return level.name(locale);
                }
            }
        }
        return code;
    }
}
