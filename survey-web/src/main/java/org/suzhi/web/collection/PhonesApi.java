package org.suzhi.web.collection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.suzhi.web.account.PhoneKey;
import org.suzhi.web.account.PhoneKeys;
import org.suzhi.web.account.PhoneKeys.NewKey;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import tools.jackson.databind.json.JsonMapper;

/** The user's own phones with ODK Collect: each gets in by a key of its own, which a settings code carries. */
@RestController
@RequestMapping("/api/v1/collect/phones")
class PhonesApi {
    private static final int LONGEST_NAME = 80;
    private final PhoneKeys keys;
    private final Fieldwork fieldwork;
    private final JsonMapper json;

    PhonesApi(PhoneKeys keys, Fieldwork fieldwork, JsonMapper json) {
        this.keys = keys;
        this.fieldwork = fieldwork;
        this.json = json;
    }

    record NewPhone(String name) {
        NewPhone {
            if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
                throw Problem.of(ProblemCode.BAD_REQUEST);
            }
        }
    }

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
            @RequestBody NewPhone phone, @AuthenticationPrincipal SignedIn user, HttpServletRequest request) {
        NewKey key = keys.issue(user, phone.name());
        String url = serverUrl(key, request);
        String settings = settings(url);
        String image = "data:image/png;base64," + Base64.getEncoder().encodeToString(SettingsCode.png(settings));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new PhoneSettings(key.id(), phone.name(), url, settings, image));
    }

    /** The same, answered with the image alone. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> addForImage(
            @RequestBody NewPhone phone, @AuthenticationPrincipal SignedIn user, HttpServletRequest request) {
        String url = serverUrl(keys.issue(user, phone.name()), request);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .body(SettingsCode.png(settings(url)));
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

    private static String serverUrl(NewKey key, HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/key/" + key.token() + "/openrosa")
                .toUriString();
    }

    private String settings(String serverUrl) {
        String name = fieldwork.survey().map(Survey::nameZh).orElse("Suzhi");
        return SettingsCode.text(json.writeValueAsString(Map.of(
                "general", Map.of("protocol", "odk_default", "server_url", serverUrl, "autosend", "wifi_and_cellular"),
                "admin", Map.of(),
                "project", Map.of("name", name))));
    }
}
