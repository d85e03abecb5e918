package org.suzhi.web.collection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.suzhi.web.account.PhoneKey;
import org.suzhi.web.account.PhoneKeys;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;

/** The user's own phones with ODK Collect: each gets in by a key of its own, which a settings code carries. */
@RestController
@RequestMapping("/api/v1/collect/phones")
class PhonesApi {
    private final PhoneKeys keys;
    private final PhoneSetup setup;

    PhonesApi(PhoneKeys keys, PhoneSetup setup) {
        this.keys = keys;
        this.setup = setup;
    }

    record Named(@Nullable String name) {}

    /**
     * A phone that may come in from now on.
     *
     * @param serverUrl what to type as the server's address where no code can be scanned
     * @param settings the text that the code holds
     * @param image the code, as a data URL
     */
    record PhoneSettings(long id, String name, String serverUrl, String settings, String image) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PhoneSettings> add(
            @RequestBody Named named, @AuthenticationPrincipal SignedIn user, HttpServletRequest request) {
        PhoneSetup.NewPhone phone = added(named, user, request);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new PhoneSettings(phone.id(), phone.name(), phone.serverUrl(), phone.settings(), phone.image()));
    }

    /** The same, answered with the image alone. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> addForImage(
            @RequestBody Named named, @AuthenticationPrincipal SignedIn user, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .body(added(named, user, request).png());
    }

    private PhoneSetup.NewPhone added(Named named, SignedIn user, HttpServletRequest request) {
        return setup.add(user, named.name() == null ? "" : named.name(), request);
    }

    @GetMapping
    List<PhoneKey> phones(@AuthenticationPrincipal SignedIn user) {
        return keys.of(user);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(@PathVariable long id, @AuthenticationPrincipal SignedIn user) {
        if (!keys.revoke(user, id)) {
            throw Problem.of(ProblemCode.NOT_FOUND, id);
        }
        return ResponseEntity.noContent().build();
    }
}
