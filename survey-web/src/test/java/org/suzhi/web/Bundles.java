package org.suzhi.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The bundles of texts, as the server is told them. */
public final class Bundles {
    private Bundles() {}

    /** Their names without language and ending. */
    public static List<String> names() {
        try {
            String yaml = Files.readString(Path.of("src", "main", "resources", "application.yaml"));
            Map<?, ?> settings = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            Map<?, ?> messages = (Map<?, ?>) ((Map<?, ?>) settings.get("spring")).get("messages");
            return ((List<?>) messages.get("basename"))
                    .stream().map(String.class::cast).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
