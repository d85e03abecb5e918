package org.suzhi.web.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.suzhi.web.Suzhi;

/** Runs commands as the launcher does and keeps what they print. */
abstract class CommandLineFixture {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream systemOut = System.out;
    private final PrintStream systemErr = System.err;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(systemOut);
        System.setErr(systemErr);
    }

    static int run(Object... arguments) {
        return SuzhiCommand.run(
                Suzhi.class, Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    }
}
