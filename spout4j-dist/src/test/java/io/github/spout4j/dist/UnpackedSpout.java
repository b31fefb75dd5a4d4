package io.github.spout4j.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.OS;

/**
 * The command of an unpacked download, called as people call it.
 *
 * @param home what was unpacked
 * @param environment what its process has beside this one's; its language is of ASCII alone
 */
record UnpackedSpout(Path home, Map<String, String> environment) {
    /** On Windows what is no terminal gets the ANSI code page. */
    static final Charset TEXT = OS.current() == OS.WINDOWS
            ? Charset.forName(System.getProperty("native.encoding"))
            : StandardCharsets.UTF_8;

    /** What each JVM says under Wine. */
    private static final String OF_WINE = "Attempt to get process group affinity failed";

    UnpackedSpout {
        environment = Map.copyOf(environment);
    }

    /** What of a text a sender's name can have here. */
    static String inTheSystemsEncoding(String text) {
        return text.codePoints().mapToObj(Character::toString).filter(TEXT.newEncoder()::canEncode)
                .collect(Collectors.joining());
    }

    UnpackedSpout with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new UnpackedSpout(home, more);
    }

    /** Runs it to its end, in a folder. */
    Result run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        Process process = start(folder, errors, arguments);
        process.getOutputStream().close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        int exitCode = process.waitFor();
        String stderr = Files.readString(errors, TEXT).lines().filter(line -> !line.contains(OF_WINE))
                .collect(Collectors.joining("\n"));
        return new Result(exitCode, out.toString(TEXT), stderr);
    }

    Process start(Path folder, Path errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin", OS.current() == OS.WINDOWS ? "spout.cmd" : "spout").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "LANG", "JAVA_HOME", "SPOUT_JAVA_HOME"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** How it ended. */
    record Result(int exitCode, String stdout, String stderr) {}
}
