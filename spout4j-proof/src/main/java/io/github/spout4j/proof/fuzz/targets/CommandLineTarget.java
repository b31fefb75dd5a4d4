package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.SpoutCommand;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The command's arguments, with all that is looked at before Spout is opened, which always fails here. An input: the arguments in UTF-8, a
 * line each.
 */
public final class CommandLineTarget {
    /** What starts processes or takes its time; of these only the arguments are read. */
    private static final Set<String> NOT_RUN = Set.of("demo", "demo-sender", "demo-receiver", "bench", "doctor",
            "audit",
            "preview");
    private static final String NOT_UNDERSTOOD = "--not-understood";
    private static final Pattern UNEXPECTED = Pattern.compile("spout( [a-z-]+)*: unexpected: ");
    private static final int MOST_ARGUMENTS = 32;

    private CommandLineTarget() {}

    /** Runs the command. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        List<String> arguments = Arrays.stream(new String(data, StandardCharsets.UTF_8).split("\n", MOST_ARGUMENTS))
                .toList();
        if (arguments.stream().anyMatch(CommandLineTarget::reachesOut)) {
            return;
        }
        boolean runs = NOT_RUN.stream().noneMatch(arguments::contains);
        String[] given = runs ? arguments.toArray(String[]::new) : withNotUnderstood(arguments);
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int code;
        try {
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            System.setIn(InputStream.nullInputStream());
            code = ClosedEngine.only(() -> SpoutCommand.run(given));
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
        }
        check(code, told.toString(StandardCharsets.UTF_8), arguments.stream().anyMatch(each -> each.startsWith("--d")));
    }

    /** Where other files may be; this process has an empty directory to work in. */
    private static boolean reachesOut(String argument) {
        return argument.contains("/") || argument.contains("\\");
    }

    private static String[] withNotUnderstood(List<String> arguments) {
        String[] all = arguments.toArray(new String[arguments.size() + 1]);
        all[arguments.size()] = NOT_UNDERSTOOD;
        return all;
    }

    private static void check(int code, String told, boolean debug) {
        Must.hold(code == ExitCode.DONE || code == ExitCode.FAILED || code == ExitCode.BAD_INPUT,
                "an exit code is one that the help tells, not " + code);
        Must.hold(!UNEXPECTED.matcher(told).lookingAt(), "no error is unexpected: " + told);
        if (code == ExitCode.DONE || debug) {
            return;
        }
        Must.hold(told.lines().count() == 1 && told.endsWith(System.lineSeparator()), "an error is one line: " + told);
        Must.hold(told.startsWith("spout"), "an error says whose it is: " + told);
        Must.hold(code == ExitCode.BAD_INPUT || told.contains(ClosedEngine.CLOSED),
                "before anything is opened, what fails is what was given: " + told);
    }
}
