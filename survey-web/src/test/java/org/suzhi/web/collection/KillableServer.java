package org.suzhi.web.collection;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.suzhi.web.Suzhi;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import org.suzhi.web.fieldwork.Fieldwork;
import org.suzhi.web.questionnaire.Questionnaires;

/** The server as a process of its own, with the short form, that can be killed and comes back on its port and data. */
final class KillableServer implements AutoCloseable {
    static final String[] SURVEYORS = {"surveyor", "neighbour"};
    static final String PASSWORD = "correct horse";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final int port;
    private Process process;

    private KillableServer(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.process = launch();
    }

    static KillableServer start(Path data) throws IOException, InterruptedException {
        return start(data, context -> {});
    }

    /** Sets the data folder up, with what a test adds, and starts; answers once the server does. */
    static KillableServer start(Path data, Consumer<ConfigurableApplicationContext> setUp)
            throws IOException, InterruptedException {
        try (ConfigurableApplicationContext context = open(data)) {
            Accounts accounts = context.getBean(Accounts.class);
            for (String name : SURVEYORS) {
                accounts.save(new NewUser(name, "调查员 " + name, PASSWORD, Role.SURVEYOR));
            }
            Fieldwork fieldwork = context.getBean(Fieldwork.class);
            Questionnaires questionnaires = context.getBean(Questionnaires.class);
            long survey = ShortForm.publish(fieldwork, questionnaires);
            PhotoForm.publishWithPicture(fieldwork, questionnaires, survey, 2024, SettingsCode.png("map"));
            setUp.accept(context);
        }
        KillableServer server = new KillableServer(data, freePort());
        server.awaitStart();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The application without its pages. */
    private static ConfigurableApplicationContext open(Path data) {
        return new SpringApplicationBuilder(Suzhi.class)
                .web(WebApplicationType.NONE)
                .run("--suzhi.data=" + data);
    }

    /** A way of the test's own to the server's database. */
    JdbcClient database() throws IOException {
        String port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(3);
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres"));
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Ends the process as a power cut would; its PostgreSQL is left to itself. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch();
        awaitStart();
    }

    private Process launch() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        java, "-cp", classes, Suzhi.class.getName(), "serve", "--port=" + port, "--data=" + data)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private void awaitStart() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("the server did not start:\n" + Files.readString(log()));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(address("/actuator/health")).toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
