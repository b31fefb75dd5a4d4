package io.github.spout4j.media;

import java.util.Map;
import java.util.regex.Pattern;

/** What people are told of ffmpeg's complaints. */
final class Complaints {
    static final String NOBODY_CALLED = "nobody has called";

    private static final Map<String, String> PLAIN = Map.of(
            "Invalid data found when processing input", "ffmpeg finds no film in it",
            "Connection refused", "nobody answers there; is the other side running, and the port right?",
            "moov atom not found", "it was not written to its end, and what remains cannot be played",
            "No route to host", "there is no way to that machine; is it on the same network?",
            "Connection timed out", "no answer came from there in time",
            "Address already in use", "another program has that port; end it, or take another port",
            "No space left on device", "the disk is full");

    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9]+://\\S*?(: | failed: |$)");

    private Complaints() {}

    /** Without the film's name, which is told beside it, and in plain words where there are. */
    static String of(String complaint, Location location) {
        String named = complaint.replace(location.argument() + ": ", "").replace(location.argument(), "it").strip();
        String rest = location.kind() == Location.Kind.STREAM ? ADDRESS.matcher(named).replaceAll("it$1") : named;
        if (StreamAddress.listens(location) && rest.contains("Connection timed out")) {
            return NOBODY_CALLED;
        }
        if (StreamAddress.is(location) && rest.contains("Input/output error")) {
            return "nobody answers there; is the other side running, the port right, and the passphrase the same?";
        }
        return PLAIN.entrySet().stream().filter(each -> rest.contains(each.getKey())).map(Map.Entry::getValue)
                .findFirst()
                .orElse(rest);
    }
}
