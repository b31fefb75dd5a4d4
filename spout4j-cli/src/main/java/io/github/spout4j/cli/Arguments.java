package io.github.spout4j.cli;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a program was started with. Java for Windows reads its command line in the ANSI code page: other letters become
 * letters that look like them, or "?", which it then takes for a wildcard.
 */
public final class Arguments {
    private Arguments() {}

    /**
     * The arguments of this process with all their letters. A single one is a word of the program's own, for which Windows is
     * not asked.
     *
     * @param program the class that Java was told to run
     * @param given   what Java gave it
     */
    public static String[] asWritten(Class<?> program, String[] given) {
        return given.length > 1 && System.getProperty("os.name").startsWith("Windows")
                ? asWritten(program.getName(), given, WindowsCommandLine.words(),
                        Charset.forName(System.getProperty("sun.jnu.encoding")))
                : given;
    }

    /**
     * Those that Java gave where all letters are in the code page, or the command line does not tell the program; and each that
     * has wildcards, which Java replaces by the files that there are.
     */
    static String[] asWritten(String program, String[] given, List<String> commandLine, Charset codePage) {
        List<String> written = commandLine.stream()
                .dropWhile(word -> !word.equals(program) && !word.endsWith("/" + program)).skip(1).toList();
        CharsetEncoder encoder = codePage.newEncoder();
        if (written.stream().allMatch(encoder::canEncode)
                || written.size() != given.length && written.stream().anyMatch(Arguments::hasWildcard)) {
            return given;
        }
        return IntStream.range(0, written.size())
                .mapToObj(i -> hasWildcard(written.get(i)) ? given[i] : written.get(i)).toArray(String[]::new);
    }

    private static boolean hasWildcard(String argument) {
        return argument.contains("*") || argument.contains("?");
    }
}
