package io.github.spout4j.cli.films;

import java.util.regex.Pattern;

/** Addresses of streams, such as srt://192.168.1.20:9000. */
final class Addresses {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL);
    private static final String DEVICE = "/dev/video";

    private Addresses() {}

    /** Whether somebody watches what goes there, while it is made: also of a device. */
    static boolean live(String out) {
        return is(out) || out.startsWith(DEVICE);
    }

    static boolean is(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
