package org.suzhi.web.export.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** The formats of exports. */
public enum Format {
    CSV("csv", "text/csv;charset=UTF-8"),
    CODEBOOK("codebook.csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    DTA("dta", "application/x-stata-dta"),
    PARQUET("parquet", "application/vnd.apache.parquet"),
    DDI("ddi.xml", "application/xml;charset=UTF-8"),
    R("R", "text/x-r-source;charset=UTF-8");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The format of a file name's end, or of its own name in any capitals. */
    public static Optional<Format> of(String name) {
        return Arrays.stream(values())
                .filter(f -> f.extension.equalsIgnoreCase(name) || f.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Format::extension).toList();
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether the file holds the answers of single persons. */
    public boolean holdsRows() {
        return this == CSV || this == XLSX || this == DTA || this == PARQUET;
    }

    public TableWriter writer(MessageSource messages, boolean byteOrderMark) {
        Words words = new Words(messages);
        return switch (this) {
            case CSV -> new CsvWriter(byteOrderMark);
            case CODEBOOK -> new CodebookWriter(words);
            case XLSX -> new XlsxWriter(words);
            case DTA -> new DtaWriter(words);
            case PARQUET -> new ParquetWriter(words);
            case DDI -> new DdiWriter(words);
            case R -> new RScript(words);
        };
    }
}
