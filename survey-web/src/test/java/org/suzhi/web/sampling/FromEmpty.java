package org.suzhi.web.sampling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Caller;

/** A county statistician before an empty database, over HTTP as a browser goes; the steps are those of the walks. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class FromEmpty {
    static final Path SAMPLE_DATA = Path.of("../sample-data");
    static final int YEAR = 2025;
    /** Adults of the synthetic county. */
    static final int EVERYBODY = 192_705;

    private static final String PASSWORD = "correct horse";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    protected JdbcClient jdbc;

    protected Visitor statistician;
    protected SamplingWalk sampling;
    protected CollectionWalk collection;
    protected WeightsWalk weights;

    @BeforeEach
    void signIn() throws Exception {
        accounts.save(new NewUser("one", "调查员甲", PASSWORD, Role.SURVEYOR));
        accounts.save(new NewUser("two", "调查员乙", PASSWORD, Role.SURVEYOR));
        statistician = new Visitor(newStatistician("stat", "统计员"), jdbc);
        sampling = new SamplingWalk(
                statistician,
                List.of(accounts.id("one").orElseThrow(), accounts.id("two").orElseThrow()));
        collection = new CollectionWalk(statistician);
        weights = new WeightsWalk(statistician);
    }

    protected Caller newStatistician(String name, String displayName) throws Exception {
        accounts.save(new NewUser(name, displayName, PASSWORD, Role.STATISTICIAN));
        return Caller.signedIn(server(), name, PASSWORD);
    }

    protected Caller nobody() {
        return Caller.nobody(server());
    }

    private String server() {
        return "http://localhost:" + port;
    }

    protected static byte[] questionnaire() throws IOException {
        return Files.readAllBytes(SAMPLE_DATA.resolve("questionnaire/literacy.xlsx"));
    }

    protected static String frame() throws IOException {
        return Files.readString(SAMPLE_DATA.resolve("generated/frame.csv"));
    }

    protected static String margins() throws IOException {
        return Files.readString(SAMPLE_DATA.resolve("generated/margins.csv"));
    }
}
