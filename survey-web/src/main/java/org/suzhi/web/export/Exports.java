package org.suzhi.web.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.suzhi.web.export.format.Format;
import org.suzhi.web.export.jdbc.WaveTables;
import org.suzhi.web.export.table.Table;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** Writes exports, each from one snapshot of the database, and records who took what. */
@Service
public class Exports {
    /** An export holds two connections for a moment; more at once would only wait for the same disk. */
    private static final int AT_ONCE = 2;

    private static final int BUFFER = 1 << 16;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final WaveExport waveExport;
    private final WaveTables tables;
    private final MessageSource messages;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate ownTransaction;

    Exports(WaveExport waveExport, WaveTables tables, MessageSource messages, PlatformTransactionManager transactions) {
        this.waveExport = waveExport;
        this.tables = tables;
        this.messages = messages;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The file's name, which says of made-up data that they are; throws a problem for a wave or format there is not. */
    public String fileName(ExportRequest request) {
        return waveExport.fileName(request.year())
                + separator(format(request))
                + format(request).extension();
    }

    private static String separator(Format format) {
        return format == Format.CODEBOOK ? "-" : ".";
    }

    public String mediaType(ExportRequest request) {
        return format(request).mediaType();
    }

    /**
     * Writes the file; the audit log has the export before the first byte goes out.
     *
     * @return how many responses it covers
     */
    public long write(ExportRequest request, OutputStream out) throws IOException {
        Format format = format(request);
        waveExport.refresh(request.year(), format);
        places.acquireUninterruptibly();
        try {
            Long rows = snapshot.execute(status -> {
                try {
                    return write(request, format, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return rows == null ? 0 : rows;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            places.release();
        }
    }

    private long write(ExportRequest request, Format format, OutputStream out) throws IOException {
        Table table = waveExport.table(request.year(), request.withText());
        long rows = table.rows().count();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("format", format.extension());
        detail.put("rows", format.holdsRows() ? rows : 0);
        detail.put("variables", table.variables().size());
        detail.put("withText", request.withText());
        detail.put("from", request.user() == null ? "command line" : "web");
        ownTransaction.executeWithoutResult(
                status -> tables.audit(request.user(), table.study().wave().id(), detail));
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        format.writer(messages, request.byteOrderMark()).write(table, request.locale(), buffered);
        buffered.flush();
        return rows;
    }

    private static Format format(ExportRequest request) {
        return Format.of(request.format())
                .orElseThrow(() -> Problem.of(
                        ProblemCode.UNKNOWN_EXPORT_FORMAT, request.format(), String.join(", ", Format.names())));
    }
}
