package org.suzhi.web.command;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.suzhi.web.demo.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "demo",
        description = "Starts the server with a synthetic county: five waves, dashboard, logins.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {
    @ParentCommand
    private SuzhiCommand root;

    @Mixin
    private ServerOptions options;

    @Override
    public void run() {
        ConfigurableApplicationContext context = options.start(root.application(), WebApplicationType.SERVLET);
        context.getBean(Demonstration.class).present(System.out, "http://localhost:" + options.port());
    }
}
