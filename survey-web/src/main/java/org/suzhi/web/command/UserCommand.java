package org.suzhi.web.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.suzhi.web.account.Accounts;
import org.suzhi.web.account.NewUser;
import org.suzhi.web.account.Role;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "user", description = "Accounts.", mixinStandardHelpOptions = true)
final class UserCommand implements Runnable {
    @ParentCommand
    private SuzhiCommand root;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "user: expected 'user add NAME --role ROLE'");
    }

    /** The password is asked for on the terminal, or read as one line from standard input. */
    @Command(
            name = "add",
            description = "Adds an account, or resets the one of that name.",
            mixinStandardHelpOptions = true)
    void add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}") Role role,
            @Option(names = "--display-name", description = "as shown on pages (default: NAME)") @Nullable
                    String displayName,
            @Mixin ServerOptions options)
            throws IOException {
        NewUser user = new NewUser(name, displayName == null ? name : displayName, password(), role);
        try (ConfigurableApplicationContext context = options.start(root.application(), WebApplicationType.NONE)) {
            context.getBean(Accounts.class).save(user);
        }
        System.out.println("saved user " + name + " (" + role + ")");
    }

    // Newer JDKs give a console for a pipe too; reading the password from that is right as well.
    @SuppressWarnings("SystemConsoleNull")
    private static String password() throws IOException {
        Console console = System.console();
        if (console != null) {
            return new String(console.readPassword("Password: "));
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
