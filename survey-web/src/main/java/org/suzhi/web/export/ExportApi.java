package org.suzhi.web.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.suzhi.web.account.SignedIn;

/** The exports of a wave as downloads, for statisticians and administrators. */
@RestController
class ExportApi {
    private final Exports exports;

    ExportApi(Exports exports) {
        this.exports = exports;
    }

    /**
     * Streams one export.
     *
     * @param text whether free texts come along
     * @param bom whether a CSV file begins with a byte order mark
     */
    @GetMapping("/api/v1/waves/{year}/export.{format}")
    void export(
            @PathVariable int year,
            @PathVariable String format,
            @RequestParam(defaultValue = "false") boolean text,
            @RequestParam(defaultValue = "false") boolean bom,
            @AuthenticationPrincipal SignedIn user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ExportRequest request = new ExportRequest(year, format, text, bom, locale, user.id());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(exports.fileName(request))
                        .build()
                        .toString());
        response.setContentType(exports.mediaType(request));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        exports.write(request, response.getOutputStream());
    }
}
