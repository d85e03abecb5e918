package org.suzhi.web.command;

import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** The options that every command which opens the database shares. */
final class ServerOptions {
    @Option(names = "--port", defaultValue = "8080", description = "port to serve on (default ${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(
            names = "--data",
            defaultValue = "data",
            description = "folder of the embedded database (default ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    int port() {
        return port;
    }

    ConfigurableApplicationContext start(Class<?> application, WebApplicationType type) {
        return new SpringApplicationBuilder(application)
                .web(type)
                .run("--server.port=" + port, "--suzhi.data=" + data.toAbsolutePath());
    }
}
