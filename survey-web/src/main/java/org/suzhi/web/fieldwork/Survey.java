package org.suzhi.web.fieldwork;

import java.util.Locale;

/** A survey: one population, one target, waves over the years. */
public record Survey(long id, String code, String nameZh, String nameEn, boolean synthetic) {
    public String name(Locale locale) {
        return new NamedCode(code, nameZh, nameEn).name(locale);
    }
}
