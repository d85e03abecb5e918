package org.suzhi.web.collection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A ZIP file of submissions, one XForm instance each; read entry by entry, never as a whole. */
final class ResponseArchive implements AutoCloseable {
    /** Beyond the largest submission that is read at all. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int MOST_ENTRIES = 1_000_000;

    private final Path file;
    private final ZipFile zip;
    private final List<ZipEntry> entries;

    private ResponseArchive(Path file, ZipFile zip, List<ZipEntry> entries) {
        this.file = file;
        this.zip = zip;
        this.entries = entries;
    }

    /**
     * Opens a file; closing removes it.
     *
     * @throws IOException if it is no ZIP file
     */
    static ResponseArchive open(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        List<ZipEntry> entries = zip.stream()
                .filter(entry -> !entry.isDirectory()
                        && entry.getName().toLowerCase(Locale.ROOT).endsWith(".xml"))
                .limit(MOST_ENTRIES)
                .map(ZipEntry.class::cast)
                .toList();
        return new ResponseArchive(file, zip, entries);
    }

    List<ZipEntry> entries() {
        return entries;
    }

    /** The content of an entry, cut off where no submission can be that long. */
    byte[] bytes(ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    /** The last part of the entry's name, without its ending. */
    static String stem(ZipEntry entry) {
        String name = entry.getName();
        return name.substring(name.lastIndexOf('/') + 1, name.length() - ".xml".length());
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(file);
    }
}
