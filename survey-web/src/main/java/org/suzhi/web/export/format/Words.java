package org.suzhi.web.export.format;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.suzhi.microdata.MissingReason;
import org.suzhi.web.export.table.Label;
import org.suzhi.web.export.table.Study;

/** The texts of the formats in both languages. */
final class Words {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    Label of(String key, Object... arguments) {
        return new Label(
                messages.getMessage("exports." + key, arguments, Locale.SIMPLIFIED_CHINESE),
                messages.getMessage("exports." + key, arguments, Locale.ENGLISH));
    }

    Label of(MissingReason reason) {
        return of("missing." + Character.toString(org.suzhi.web.export.table.Cell.letter(reason)));
    }

    /** What the data are: survey and year, and that they are made up where they are. */
    Label title(Study study) {
        Label name = new Label(study.survey().nameZh(), study.survey().nameEn());
        String year = Integer.toString(study.wave().year());
        Label zh = of(study.survey().synthetic() ? "title.synthetic" : "title", name.zh(), year);
        Label en = of(study.survey().synthetic() ? "title.synthetic" : "title", name.en(), year);
        return new Label(zh.zh(), en.en());
    }
}
