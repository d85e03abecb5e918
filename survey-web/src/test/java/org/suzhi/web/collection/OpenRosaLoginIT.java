package org.suzhi.web.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.suzhi.web.ServerFixture;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenRosaLoginIT extends ServerFixture {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Accounts accounts;

    private OpenRosaClient client(String username, String password) {
        return OpenRosaClient.withPassword(address("/openrosa"), username, password);
    }

    private static JsonNode scan(String image) throws Exception {
        byte[] png = Base64.getDecoder().decode(image.substring(image.indexOf(',') + 1));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        // The picture holds nothing but the code: it is read module by module, without searching for it as in a photo.
        String text = new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(
                                new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels))),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
        byte[] settings = new InflaterInputStream(
                        new ByteArrayInputStream(Base64.getDecoder().decode(text)))
                .readAllBytes();
        return JSON.readTree(new String(settings, StandardCharsets.UTF_8));
    }

    @Test
    void aChangedPasswordCountsAtOnce() throws Exception {
        accounts.save(new NewUser("changing", "改", "the old password", Role.SURVEYOR));
        assertThat(client("changing", "the old password").get("/formList").statusCode())
                .isEqualTo(200);
        assertThat(client("changing", "the old password").get("/formList").statusCode())
                .isEqualTo(200);
        accounts.save(new NewUser("changing", "改", "the new password", Role.SURVEYOR));
        assertThat(client("changing", "the old password").get("/formList").statusCode())
                .isEqualTo(401);
        assertThat(client("changing", "the new password").get("/formList").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aStrangerIsAskedForAPassword() throws Exception {
        HttpResponse<String> answer =
                OpenRosaClient.withoutPassword(address("/openrosa")).get("/formList");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(v -> assertThat(v).startsWith("Basic"));
        assertThat(answer.headers().firstValue("X-OpenRosa-Version")).hasValue("1.0");
        assertThat(answer.body()).contains("<message>Log in first");
    }

    @Test
    void guessingIsBarredButAPhoneThatIsInStaysIn() throws Exception {
        accounts.save(new NewUser("guessed", "被猜", "a good password", Role.SURVEYOR));
        OpenRosaClient phone = client("guessed", "a good password");
        assertThat(phone.get("/formList").statusCode()).isEqualTo(200);
        for (int i = 0; i < 10; i++) {
            assertThat(client("guessed", "guess " + i).get("/formList").statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> barred = client("guessed", "guess 11").get("/formList");
        assertThat(barred.statusCode()).isEqualTo(429);
        assertThat(barred.headers().firstValue("Retry-After")).hasValue("900");
        assertThat(phone.get("/formList").statusCode()).isEqualTo(200);
    }

    @Test
    void aScannedCodeLetsThePhoneInUntilItIsRevoked() throws Exception {
        OpenRosaClient office = client(SURVEYOR, PASSWORD);
        HttpResponse<String> made = office.postJson(address("/api/v1/collect/phones"), "{\"name\": \"红米 13\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode phone = JSON.readTree(made.body());
        String server = scan(phone.get("image").asString())
                .get("general")
                .get("server_url")
                .asString();
        assertThat(server).isEqualTo(phone.get("serverUrl").asString()).startsWith(address("/key/"));

        OpenRosaClient collect = OpenRosaClient.withoutPassword(server);
        HttpResponse<String> forms = collect.get("/formList");
        assertThat(forms.statusCode()).isEqualTo(200);
        assertThat(forms.body()).contains("<downloadUrl>" + server + "/forms/literacy/2025</downloadUrl>");
        assertThat(collect.get(server + "/forms/literacy/2025").statusCode()).isEqualTo(200);

        String own = address("/api/v1/collect/phones/" + phone.get("id").asLong());
        assertThat(office.get(address("/api/v1/collect/phones")).body()).contains("红米 13");
        assertThat(office.delete(own).statusCode()).isEqualTo(204);
        assertThat(office.delete(own).statusCode()).isEqualTo(404);
        HttpResponse<String> refused = collect.get("/formList");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("The key of this phone does not hold");
    }

    @Test
    void aKeyOpensNothingButTheFormsAndSubmissions() throws Exception {
        OpenRosaClient office = client(SURVEYOR, PASSWORD);
        String server = JSON.readTree(office.postJson(address("/api/v1/collect/phones"), "{\"name\": \"x\"}")
                        .body())
                .get("serverUrl")
                .asString();
        OpenRosaClient collect = OpenRosaClient.withoutPassword(server);
        String beside = server.replace("/openrosa", "/api/v1/collect/phones");
        assertThat(collect.get(beside).statusCode()).isEqualTo(404);
        assertThat(collect.get(server + "/../../../api/v1/collect/phones").statusCode())
                .isNotEqualTo(200);
    }
}
