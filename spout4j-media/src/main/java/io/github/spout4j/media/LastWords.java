package io.github.spout4j.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ffmpeg says on standard error: its last complaint, in one line, and whether it has met sound. */
final class LastWords {
    private static final Pattern LINE = Pattern
            .compile("((?:\\[[^\\]]*] )*?)\\[(fatal|error|warning|info|panic)] (.*)");
    private static final Pattern SOUND = Pattern.compile(".*Stream #\\d.*: Audio: .*");
    private static final Pattern EMPTY = Pattern.compile(
            "Conversion failed!.*|Error (splitting the argument list|parsing options for|writing trailer|closing file|muxing a packet|submitting).*|Exiting .*|"
                    + "Error marking filters as finished.*|Cannot determine format of input stream.*|Error while (filtering|processing|decoding).*|Task finished with error.*|Terminating thread.*|"
                    + "Failed to inject frame.*|.*: corrupt decoded frame.*|Error opening (input|output) files?:? ?.*|"
                    + "Could not write header.*|Error initializing output stream.*|Did you mean file:.*");
    private static final Pattern BAD_SECRET = Pattern.compile(".*SRT.*(BADSECRET|Incorrect passphrase|UNSECURE).*");
    private static final int LONGEST = 300;

    private final Thread reader;
    private volatile String last;
    private volatile String empty;
    private volatile boolean sound;
    private boolean certain;

    LastWords(BufferedReader errors) {
        reader = Thread.ofPlatform().daemon().name("ffmpeg's words").start(() -> read(errors));
    }

    /** The last complaint; empty where there was none. Waits, after the program's end, until all is read. */
    Optional<String> complaint() {
        try {
            reader.join(1000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(last != null ? last : empty);
    }

    /** Whether an input with sound was announced. */
    boolean sound() {
        return sound;
    }

    private void read(BufferedReader errors) {
        try (errors) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                hear(line);
            }
        } catch (IOException _) {
            // the program has ended
        }
    }

    private void hear(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            if (BAD_SECRET.matcher(line).matches()) {
                last = "the passphrase is not that of the other side";
                certain = true;
            }
            return;
        }
        String words = matcher.group(3).strip();
        if (matcher.group(2).equals("info")) {
            sound |= SOUND.matcher(line).matches();
        } else if (!matcher.group(2).equals("warning") && !words.isEmpty()) {
            String plain = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
            if (EMPTY.matcher(plain).matches()) {
                empty = empty == null ? plain : empty;
            } else if (!certain) {
                last = plain;
            }
        }
    }
}
