package org.suzhi.web.questionnaire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A workbook on its way to publication, with the files that came with it by name. */
public final class Draft {
    private final long id;
    private final String fileName;
    private final byte[] workbook;
    private final Map<String, byte[]> media;

    public Draft(long id, String fileName, byte[] workbook, Map<String, byte[]> media) {
        this.id = id;
        this.fileName = fileName;
        this.workbook = workbook.clone();
        this.media = Collections.unmodifiableMap(new LinkedHashMap<>(media));
    }

    public long id() {
        return id;
    }

    public String fileName() {
        return fileName;
    }

    byte[] workbook() {
        return workbook.clone();
    }

    public Map<String, byte[]> media() {
        return media;
    }
}
