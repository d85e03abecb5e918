package org.suzhi.analysis.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;

/** Entry point of the analysis jar. */
public final class SuzhiAnalyse {
    private SuzhiAnalyse() {}

    /** Runs {@code analyse}; the word itself may come first. */
    public static void main(String[] args) {
        Locale.setDefault(Language.locale());
        String[] rest = args.length > 0 && args[0].equals("analyse")
                ? java.util.Arrays.copyOfRange(args, 1, args.length)
                : args;
        CommandLine command = new CommandLine(new AnalyseCommand());
        command.setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(command.execute(rest));
    }
}
