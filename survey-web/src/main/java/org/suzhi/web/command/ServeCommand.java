package org.suzhi.web.command;

import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(name = "serve", description = "Starts the server.", mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {
    @ParentCommand
    private SuzhiCommand root;

    @Mixin
    private ServerOptions options;

    @Override
    public void run() {
        options.start(root.application(), WebApplicationType.SERVLET);
        System.out.println("Suzhi serves at http://localhost:" + options.port() + "/ (Ctrl-C ends it)");
    }
}
