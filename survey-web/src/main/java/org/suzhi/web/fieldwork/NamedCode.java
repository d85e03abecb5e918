package org.suzhi.web.fieldwork;

/** A code with its name in both languages: a town, a priority group. */
public record NamedCode(String code, String nameZh, String nameEn) {
    public String name(java.util.Locale locale) {
        return java.util.Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? nameZh : nameEn;
    }
}
