package org.suzhi.web.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.suzhi.analysis.chart.Chart;

/** Noto Sans SC (SIL Open Font License 1.1), as the charts have it. */
final class ReportFonts {
    static final String REGULAR = "NotoSansSC_400Regular.ttf";
    static final String BOLD = "NotoSansSC_700Bold.ttf";

    /** Tables that do not speak of letters by their place in the whole font, as those of ligatures do. */
    private static final List<String> TABLES = List.of(
            "head", "hhea", "maxp", "OS/2", "name", "post", "cmap", "loca", "glyf", "hmtx", "cvt ", "fpgm", "prep",
            "gasp");

    private ReportFonts() {}

    /** The font with these letters alone. */
    static byte[] subset(String font, String letters) {
        try (InputStream in = Objects.requireNonNull(Chart.class.getResourceAsStream(font), font);
                TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            TTFSubsetter subsetter = new TTFSubsetter(whole, TABLES);
            letters.codePoints().forEach(subsetter::add);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            subsetter.writeToStream(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("font " + font, e);
        }
    }
}
