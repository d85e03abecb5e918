package org.suzhi.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.demo.Demonstration;
import org.suzhi.web.fieldwork.Fieldwork;

/** The real server on a loopback port, on a real PostgreSQL, with the last two waves of the synthetic county. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServerFixture {
    protected static final String SURVEYOR = "surveyor";
    protected static final String PASSWORD = "correct horse";
    /** Servers of other settings have a database of their own. */
    private static final Set<Demonstration> LOADED = Collections.newSetFromMap(new IdentityHashMap<>());

    @LocalServerPort
    protected int port;

    @Autowired
    private Demonstration demonstration;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fieldwork waves;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "server-data");
        registry.add("suzhi.data", () -> folder.toAbsolutePath().toString());
    }

    @BeforeEach
    void loadTheCountyOnce() {
        synchronized (ServerFixture.class) {
            if (LOADED.add(demonstration)) {
                accounts.save(new NewUser(SURVEYOR, "调查员", PASSWORD, Role.SURVEYOR));
                demonstration.load(2024, 2025);
            }
        }
    }

    /** The id of a year's wave. */
    protected long wave(int year) {
        return waves.waves(waves.survey().orElseThrow().id()).stream()
                .filter(w -> w.year() == year)
                .findFirst()
                .orElseThrow()
                .id();
    }

    protected String address(String path) {
        return "http://localhost:" + port + path;
    }
}
