package org.suzhi.web.sampling.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;
import org.suzhi.sampling.TableRow;
import org.suzhi.web.fieldwork.TableFile;
import org.suzhi.web.questionnaire.Sha256;
import org.suzhi.web.questionnaire.UploadedFile;
import org.suzhi.web.sampling.Frames;
import org.suzhi.web.supervision.FormInput;

/** A table sent with a form that tells where it comes from. */
record TableUpload(Frames.Origin origin, List<TableRow> rows) {
    private static final int LONGEST_SOURCE = 200;

    TableUpload {
        rows = List.copyOf(rows);
    }

    /** Reads file and fields; what is wrong is left with the input. */
    static TableUpload read(FormInput input, MultipartFile file) {
        String source = input.required("source", LONGEST_SOURCE);
        LocalDate asOf = input.date("as-of");
        byte[] bytes = UploadedFile.bytes(file);
        Optional<List<TableRow>> table = TableFile.read(bytes)
                .map(lines -> lines.stream()
                        .map(line -> new TableRow(line.number(), line.cells()))
                        .toList());
        if (table.isEmpty()) {
            input.wrong("frame.unreadable", UploadedFile.nameOr(file, "frame"));
        }
        boolean synthetic = !input.text("synthetic").isEmpty();
        return new TableUpload(
                new Frames.Origin(UploadedFile.nameOr(file, "frame"), Sha256.hex(bytes), source, asOf, synthetic),
                table.orElse(List.of()));
    }
}
