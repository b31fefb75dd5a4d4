package io.github.spout4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where pictures are written: a PNG file, or a pattern such as frame-%04d.png for one file a frame. */
public final class OutputFile {
    private static final Pattern NUMBER = Pattern.compile("%(0?[1-9])?d");

    private final String pattern;
    private final boolean numbered;

    private OutputFile(String pattern, boolean numbered) {
        this.pattern = pattern;
        this.numbered = numbered;
    }

    /** @throws CommandException where nothing could be written there */
    public static OutputFile of(String option, String pattern) {
        Matcher matcher = NUMBER.matcher(pattern);
        long numbers = matcher.results().map(MatchResult::group).count();
        String rest = matcher.reset().replaceAll("");
        if (numbers > 1 || rest.contains("%")) {
            throw CommandException.badInput(option + " \"" + pattern
                    + "\" is no pattern: it may have one %d or %04d for the frame's number and no other %");
        }
        if (!pattern.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw CommandException
                    .badInput(option + " \"" + pattern + "\" must end with .png; that is what is written");
        }
        OutputFile output = new OutputFile(pattern, numbers == 1);
        output.check(option);
        return output;
    }

    /** Whether each frame has a file of its own. */
    public boolean numbered() {
        return numbered;
    }

    /** The file of a frame, counted from 1. */
    public Path path(long number) {
        if (!numbered) {
            return Path.of(pattern);
        }
        return Path.of(NUMBER.matcher(pattern).replaceAll(
                match -> Matcher.quoteReplacement(String.format(Locale.ROOT, match.group(), number))));
    }

    /** Asks by writing: permissions do not tell of a full or read-only disk. */
    private static void requireWritable(String option, Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".spout-", ".tmp"));
        } catch (IOException e) {
            throw CommandException.badInput(option + ": \"" + folder + "\" cannot be written to; choose another", e);
        }
    }

    private void check(String option) {
        try {
            Path path = path(1);
            Path folder = path.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                throw CommandException.badInput(option + ": there is no directory \"" + folder + "\"; make it first");
            }
            requireWritable(option, folder);
            if (Files.isDirectory(path)) {
                throw CommandException.badInput(option + ": \"" + path + "\" is a directory; name a file");
            }
        } catch (InvalidPathException e) {
            throw CommandException.badInput(option + " \"" + pattern + "\" can be no file's name: " + e.getReason(), e);
        }
    }
}
