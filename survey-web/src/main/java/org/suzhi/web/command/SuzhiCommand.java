package org.suzhi.web.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's command line. Exit code 2 with one line on standard error for anything the user can mend. */
@Command(
        name = "suzhi",
        description = "Science-literacy surveys: from the questionnaire to a rate with its error.",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            UserCommand.class,
            FormCommand.class,
            SampleCommand.class,
            ExportCommand.class,
            ReportCommand.class
        },
        mixinStandardHelpOptions = true)
public final class SuzhiCommand implements Runnable {
    private final Class<?> application;

    private SuzhiCommand(Class<?> application) {
        this.application = application;
    }

    /**
     * Runs the command that the arguments name.
     *
     * @param application the Spring Boot application to start
     * @return the exit code; 0 also while a server goes on serving
     */
    public static int run(Class<?> application, String[] args) {
        SuzhiCommand root = new SuzhiCommand(application);
        return new CommandLine(root)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, a) -> complain(e))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> complain(e))
                .execute(args);
    }

    private static int complain(Exception e) {
        System.err.println("suzhi: " + Complaint.inWords(e));
        return 2;
    }

    Class<?> application() {
        return application;
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
