package org.suzhi.web.extract;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.suzhi.microdata.CsvReader;
import org.suzhi.microdata.CsvWriter;
import org.suzhi.microdata.Extract;

/**
 * Extracts as gzipped CSV files named by their hash, in the server's data folder: a restart need not ask the database
 * again, and the rows of a saved run are there as long as the run.
 */
public final class ExtractFiles {
    private static final int BUFFER = 1 << 16;
    private final Path folder;

    public ExtractFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("kept"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an extract and returns its hash. */
    public String write(Extract extract) {
        try {
            Path part = Files.createTempFile(folder, "part", ".csv.gz");
            String sha256;
            try (OutputStream file = Files.newOutputStream(part);
                    OutputStream zip = new Fast(file)) {
                sha256 = hashed(extract, zip);
            }
            Files.move(part, current(sha256), StandardCopyOption.REPLACE_EXISTING);
            return sha256;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash of an extract that is not written. */
    public static String sha256(Extract extract) {
        try {
            return hashed(extract, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hashed(Extract extract, OutputStream to) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OutputStream out = new BufferedOutputStream(new DigestOutputStream(to, digest), BUFFER);
            CsvWriter.write(extract, out);
            out.flush();
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An extract that was written; empty where its file is gone. */
    public Optional<Extract> read(String sha256) {
        try (InputStream csv = open(sha256).orElse(InputStream.nullInputStream())) {
            byte[] bytes = csv.readAllBytes();
            return bytes.length == 0 ? Optional.empty() : Optional.of(CsvReader.read(sha256, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The CSV itself. */
    public Optional<InputStream> open(String sha256) {
        for (Path file : List.of(kept(sha256), current(sha256))) {
            if (Files.exists(file)) {
                try {
                    return Optional.of(new GZIPInputStream(Files.newInputStream(file), BUFFER));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return Optional.empty();
    }

    /** Keeps a file whatever is removed later. */
    public void keep(String sha256) {
        try {
            if (Files.exists(current(sha256)) && !Files.exists(kept(sha256))) {
                Files.copy(current(sha256), kept(sha256));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file that is not kept. */
    public void remove(String sha256) {
        try {
            Files.deleteIfExists(current(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A note beside the files, empty where there is none. */
    public List<String> note(String name) {
        try {
            Path file = folder.resolve(name + ".txt");
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void note(String name, List<String> lines) {
        try {
            Files.write(folder.resolve(name + ".txt"), lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path current(String sha256) {
        return folder.resolve(sha256 + ".csv.gz");
    }

    private Path kept(String sha256) {
        return folder.resolve("kept").resolve(sha256 + ".csv.gz");
    }

    /** Fast rather than small. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
