package org.suzhi.web.workbench.page;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.suzhi.web.account.AuditLog;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.extract.Extracts;
import org.suzhi.web.supervision.Desk;

/** The way into the workbench, and the rows that its results are made of. */
@Controller
class WorkbenchPage {
    private static final List<String> KINDS = List.of("comparison", "test", "model", "missing");

    private final Desk desk;
    private final Extracts extracts;
    private final AuditLog audit;

    WorkbenchPage(Desk desk, Extracts extracts, AuditLog audit) {
        this.desk = desk;
        this.extracts = extracts;
        this.audit = audit;
    }

    /** Leads to a table of the newest wave. */
    @GetMapping("/workbench")
    String newest(@AuthenticationPrincipal SignedIn user, Model model) {
        int year = desk.open(user, null, model).wave().year();
        // What a page would show must not go into the address.
        model.asMap().clear();
        return "redirect:/workbench/" + year + "/table?rows=town";
    }

    /** A year chosen on any of the pages. */
    @GetMapping(value = "/workbench", params = "year")
    String year(@RequestParam int year, @RequestParam(defaultValue = "table") String kind) {
        return "redirect:/workbench/" + year + (KINDS.contains(kind) ? "/" + kind : "/table?rows=town");
    }

    /** The rows themselves: no names, no contacts, no free text. */
    @GetMapping("/workbench/extracts/{sha256:[0-9a-f]{64}}.csv")
    ResponseEntity<InputStreamResource> rows(@PathVariable String sha256, @AuthenticationPrincipal SignedIn user) {
        InputStream csv = extracts.csv(sha256).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.record(user.id(), "extract-downloaded", "extract/" + sha256);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sha256.substring(0, 12) + ".csv")
                                .build()
                                .toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(new InputStreamResource(csv));
    }
}
