import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts functions and constants of the generated bindings in order, which their generator leaves to chance: two builds shall be
 * equal. Argument: the folder with the sources. For Java 17, on which Maven may run.
 */
class SortBindings {
    private static final Pattern FUNCTION = Pattern.compile("(?m)^(?=    private static class \\w+\\$IMPL \\{)");
    private static final Pattern CONSTANT = Pattern.compile("(?m)^(?=    /\\*\\*$)");

    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.toList();
        }
        for (Path file : files) {
            switch (file.getFileName().toString()) {
                case "Apis.java" -> sort(file, FUNCTION);
                case "Constants.java" -> sort(file, CONSTANT);
                default -> {}
            }
        }
    }

    /** The members begin so; what is before the first stays there. */
    private static void sort(Path file, Pattern beginning) throws IOException {
        String text = Files.readString(file);
        int end = text.lastIndexOf('}');
        String[] parts = beginning.split(text.substring(0, end));
        Files.writeString(file, Stream.of(parts).skip(1).map(String::stripTrailing).sorted()
                .collect(Collectors.joining("\n\n", parts[0], "\n" + text.substring(end))));
    }
}
