package org.suzhi.web.export.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
        return message("exports." + key, arguments);
    }

    private Label message(String key, Object... arguments) {
        return new Label(
                messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE),
                messages.getMessage(key, arguments, Locale.ENGLISH));
    }

    Label of(MissingReason reason) {
        return of("missing." + Character.toString(org.suzhi.web.export.table.Cell.letter(reason)));
    }

    /** How the weights are made, step by step where a plan has steps of its own. */
    Label weighting(Study study) {
        if (!study.weighting().weighted()) {
            return of("ddi.weight.none");
        }
        if (study.weighting().raked()) {
            return of("ddi.weight.raked");
        }
        List<Label> steps = study.weighting().steps().stream()
                .map(s -> message("weights.step." + s))
                .toList();
        if (steps.isEmpty()) {
            return of("ddi.weight.base");
        }
        String zh = steps.stream().map(Label::zh).collect(Collectors.joining("、"));
        String en = steps.stream().map(Label::en).collect(Collectors.joining(", "));
        return new Label(
                of("ddi.weight.plan", zh).zh(), of("ddi.weight.plan", en).en());
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
