package org.suzhi.web.export.format;

import java.util.OptionalLong;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.suzhi.microdata.MissingReason;
import org.suzhi.web.export.table.Category;
import org.suzhi.web.export.table.Cell;
import org.suzhi.web.export.table.Variable;
import org.suzhi.web.export.table.Variable.Kind;

/** The variables of a DDI document. */
final class DdiVariables {
    private static final Set<String> WEIGHTS = Set.of("base_weight", "calibrated_weight");
    private final DdiXml xml;
    private final Words words;
    private final Profile profile;
    private final int smallestCell;

    DdiVariables(DdiXml xml, Words words, Profile profile, int smallestCell) {
        this.xml = xml;
        this.words = words;
        this.profile = profile;
        this.smallestCell = smallestCell;
    }

    void write(Variable variable, int index) throws XMLStreamException {
        boolean isWeight = WEIGHTS.contains(variable.name());
        boolean isCounted = (variable.isNumeric() && variable.kind() != Kind.FLAG) || variable.kind() == Kind.MOMENT;
        xml.start(
                "var",
                "ID",
                "V" + (index + 1),
                "name",
                variable.name(),
                "files",
                "F1",
                "intrvl",
                isCounted ? "contin" : "discrete",
                "wgt",
                isWeight ? "wgt" : "not-wgt");
        xml.both("labl", variable.label());
        if (!variable.item().isEmpty()) {
            xml.start("qstn");
            xml.both("qstnLit", variable.label());
            xml.end();
        }
        xml.start("invalrng");
        for (MissingReason reason : MissingReason.values()) {
            xml.start("item", "VALUE", "." + Cell.letter(reason)).end();
        }
        xml.end();
        categories(variable, index);
        boolean numeric = variable.isNumeric();
        xml.start("varFormat", "type", numeric ? "numeric" : "character").end();
        xml.end();
    }

    private void categories(Variable variable, int index) throws XMLStreamException {
        int n = variable.categories().size();
        Frequencies frequencies = Frequencies.of(profile, index, n, smallestCell);
        for (int c = 0; c < n; c++) {
            Category category = variable.categories().get(c);
            xml.start("catgry");
            xml.element("catValu", category.code());
            xml.both("labl", category.label());
            frequency(frequencies.of(c));
            xml.end();
        }
        for (MissingReason reason : MissingReason.values()) {
            xml.start("catgry", "missing", "Y");
            xml.element("catValu", "." + Cell.letter(reason));
            xml.both("labl", words.of(reason));
            if (n > 0) {
                frequency(frequencies.of(reason));
            }
            xml.end();
        }
    }

    private void frequency(OptionalLong count) throws XMLStreamException {
        if (count.isPresent()) {
            xml.element("catStat", Long.toString(count.getAsLong()), "type", "freq");
        }
    }
}
