package org.suzhi.web.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.suzhi.web.export.table.Label;
import org.suzhi.web.export.table.Study;
import org.suzhi.web.export.table.Table;

/**
 * The study, its file and its variables as DDI-Codebook 2.5, in both languages: the description that data archives take in.
 * Counts below the smallest cell are held back.
 */
final class DdiWriter implements TableWriter {
    private final Words words;

    DdiWriter(Words words) {
        this.words = words;
    }

    @Override
    public void write(Table table, Locale locale, OutputStream out) throws IOException {
        Profile profile = Profile.of(table);
        try {
            DdiXml xml = new DdiXml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8"));
            xml.startDocument();
            document(xml, table.study());
            study(xml, table.study());
            file(xml, table, profile);
            xml.start("dataDscr");
            DdiVariables variables =
                    new DdiVariables(xml, words, profile, table.study().smallestCell());
            for (int i = 0; i < table.variables().size(); i++) {
                variables.write(table.variables().get(i), i);
            }
            xml.end();
            xml.endDocument();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void titles(DdiXml xml, Study study) throws XMLStreamException {
        Label title = words.title(study);
        xml.start("titlStmt");
        xml.element("titl", title.zh(), "xml:lang", "zh-CN");
        xml.element("parTitl", title.en(), "xml:lang", "en");
        xml.element("IDNo", study.fileName());
        xml.end();
    }

    private void document(DdiXml xml, Study study) throws XMLStreamException {
        xml.start("docDscr").start("citation");
        titles(xml, study);
        xml.start("prodStmt");
        xml.element(
                "prodDate",
                study.exportedOn().toString(),
                "date",
                study.exportedOn().toString());
        xml.element("software", "Suzhi");
        xml.end().end().end();
    }

    private void study(DdiXml xml, Study study) throws XMLStreamException {
        xml.start("stdyDscr").start("citation");
        titles(xml, study);
        xml.start("prodStmt");
        xml.both("producer", words.of("ddi.producer"));
        xml.end().end();
        xml.start("stdyInfo");
        xml.both("abstract", words.of(study.survey().synthetic() ? "ddi.abstract.synthetic" : "ddi.abstract"));
        summary(xml, study);
        xml.end();
        method(xml, study);
        xml.start("dataAccs").start("useStmt");
        xml.both("conditions", words.of("ddi.conditions"));
        xml.end().end().end();
    }

    private void summary(DdiXml xml, Study study) throws XMLStreamException {
        xml.start("sumDscr");
        String opens = study.wave().opensOn().toString();
        xml.element("collDate", opens, "date", opens, "event", "start");
        if (study.wave().closesOn() != null) {
            String closes = study.wave().closesOn().toString();
            xml.element("collDate", closes, "date", closes, "event", "end");
        }
        xml.element("nation", "中国", "abbr", "CN");
        xml.both("anlyUnit", words.of("ddi.unit"));
        xml.both("universe", words.of("ddi.universe", study.youngest(), study.oldest()));
        xml.both("dataKind", words.of("ddi.kind"));
        xml.end();
    }

    private void method(DdiXml xml, Study study) throws XMLStreamException {
        xml.start("method").start("dataColl");
        xml.both("timeMeth", words.of("ddi.time"));
        xml.both("sampProc", words.of("ddi.sampling", study.sampledPsus(), study.strata()));
        xml.element("targetSampleSize", Integer.toString(study.invited()));
        xml.both("collMode", words.of("ddi.mode"));
        xml.element("resInstru", study.formTitle() + " (" + study.formId() + " " + study.version() + ")");
        xml.both("weight", words.weighting(study));
        xml.end();
        if (study.published().isPresent()) {
            Study.Rate rate = study.published().get();
            xml.start("anlyInfo");
            xml.both(
                    "EstSmpErr",
                    words.of("ddi.error", Double.toString(rate.estimate()), Double.toString(rate.standardError())));
            xml.end();
        }
        xml.end();
    }

    private static void file(DdiXml xml, Table table, Profile profile) throws XMLStreamException {
        xml.start("fileDscr", "ID", "F1").start("fileTxt");
        xml.element("fileName", table.study().fileName() + ".csv");
        xml.start("dimensns");
        xml.element("caseQnty", Long.toString(profile.rows()));
        xml.element("varQnty", Integer.toString(table.variables().size()));
        xml.end();
        xml.element("fileType", "text/csv; charset=utf-8");
        xml.end().end();
    }
}
