package org.suzhi.web.sampling.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.suzhi.sampling.Draw;
import org.suzhi.sampling.JointProbabilities;
import org.suzhi.sampling.ListDraw;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.sampling.DrawFiles;
import org.suzhi.web.sampling.DrawWork;
import org.suzhi.web.sampling.Redrawn;
import org.suzhi.web.supervision.Desk;

/** A draw's files: the sample, the reserves, the cases, the plan, the record, the joint probabilities. */
@Controller
class DrawDownloads {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final Desk desk;
    private final DrawWork work;

    DrawDownloads(Desk desk, DrawWork work) {
        this.desk = desk;
        this.work = work;
    }

    /** One of them by its name; joint probabilities are to be had only where every stratum's method has them. */
    @GetMapping("/sampling/{year}/draws/{id}/files/{name}")
    ResponseEntity<byte[]> file(
            @PathVariable int year,
            @PathVariable long id,
            @PathVariable String name,
            @AuthenticationPrincipal SignedIn user) {
        Right.RUN_WAVES.require(user);
        long wave = desk.open(user, year, new ExtendedModelMap()).wave().id();
        Redrawn drawn = work.again(wave, id).orElseThrow(DrawDownloads::notFound);
        String content = content(drawn, name).orElseThrow(DrawDownloads::notFound);
        boolean yaml = name.endsWith(".yaml");
        return ResponseEntity.ok()
                .contentType(yaml ? YAML : CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("draw-" + year + "-" + id + "-" + name)
                                .build()
                                .toString())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> content(Redrawn drawn, String name) {
        Draw draw = drawn.draw();
        return switch (name) {
            case "sample.csv" -> Optional.of(DrawFiles.sample(draw));
            case "reserves.csv" -> Optional.of(DrawFiles.reserves(draw));
            case "cases.csv" -> Optional.of(DrawFiles.cases(draw, drawn.lists()));
            case "members.csv" ->
                Optional.of(drawn.lists())
                        .filter(lists -> !lists.sample().isEmpty())
                        .map(ListDraw::csv);
            case "plan.yaml" -> Optional.of(draw.plan().toYaml());
            case "record.yaml" -> Optional.of(drawn.record().toYaml());
            case "joint.csv" -> draw.joint().map(JointProbabilities::csv);
            default -> Optional.empty();
        };
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
