package org.suzhi.web.collection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.suzhi.web.account.PhoneKeys;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.fieldwork.Survey;
import org.suzhi.web.problem.Problem;
import org.suzhi.web.problem.ProblemCode;
import tools.jackson.databind.json.JsonMapper;

/** Lets a phone with ODK Collect in: makes it a key of its own and the settings that carry the key. */
@Component
class PhoneSetup {
    static final int LONGEST_NAME = 80;
    private final PhoneKeys keys;
    private final Fieldwork fieldwork;
    private final JsonMapper json;

    PhoneSetup(PhoneKeys keys, Fieldwork fieldwork, JsonMapper json) {
        this.keys = keys;
        this.fieldwork = fieldwork;
        this.json = json;
    }

    /**
     * A phone that may come in from now on.
     *
     * @param serverUrl what to type as the server's address where no code can be scanned
     * @param settings the text that the code holds
     */
    record NewPhone(long id, String name, String serverUrl, String settings) {
        public byte[] png() {
            return SettingsCode.png(settings);
        }

        /** The code, as a data URL. */
        public String image() {
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
        }
    }

    /**
     * Makes the key.
     *
     * @param request what the phone's way to this server is told from
     */
    NewPhone add(SignedIn user, String name, HttpServletRequest request) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.of(ProblemCode.BAD_REQUEST);
        }
        PhoneKeys.NewKey key = keys.issue(user, name.strip());
        String url = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/key/" + key.token() + "/openrosa")
                .toUriString();
        return new NewPhone(key.id(), name.strip(), url, settings(url));
    }

    private String settings(String serverUrl) {
        String project = fieldwork.survey().map(Survey::nameZh).orElse("Suzhi");
        return SettingsCode.text(json.writeValueAsString(Map.of(
                "general", Map.of("protocol", "odk_default", "server_url", serverUrl, "autosend", "wifi_and_cellular"),
                "admin", Map.of(),
                "project", Map.of("name", project))));
    }
}
