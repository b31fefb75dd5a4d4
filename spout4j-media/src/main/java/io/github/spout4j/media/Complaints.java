package io.github.spout4j.media;

import java.util.Map;
import java.util.regex.Pattern;

/** What people are told of ffmpeg's complaints. */
final class Complaints {
    static final String NOBODY_CALLED = "nobody has called";

    private static final String UNKNOWN_ADDRESS = "this ffmpeg knows no such address";

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("Invalid data found when processing input", "ffmpeg finds no film in it"),
            Map.entry("Connection refused", "nobody answers there; is the other side running, and the port right?"),
            Map.entry("moov atom not found", "it was not written to its end, and what remains cannot be played"),
            Map.entry("No route to host", "there is no way to that machine; is it on the same network?"),
            Map.entry("Connection timed out", "no answer came from there in time"),
            Map.entry("Broken pipe", "the other side has gone"),
            Map.entry("Connection reset by peer", "the other side has gone"),
            Map.entry("Protocol not found", UNKNOWN_ADDRESS),
            Map.entry("No such file or directory", "there is no such file or device"),
            Map.entry("Address already in use", "another program has that port; end it, or take another port"),
            Map.entry("No space left on device", "the disk is full"));

    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9]+://\\S*?(: | failed: |$)");

    private static final Pattern HOPELESS = Pattern.compile(
            "Unrecognized option .*|.*Option \\S+ not found.*|Failed to set value .*|Missing argument for option .*|Unknown encoder .*|Undefined constant .*|"
                    + ".*Protocol not found.*|" + UNKNOWN_ADDRESS);

    private Complaints() {}

    /** Whether it is of options, so that trying again is of no use. */
    static boolean hopeless(String complaint) {
        return HOPELESS.matcher(complaint).matches();
    }

    /** Without the film's name, which is told beside it, and in plain words where there are. */
    static String of(String complaint, Location location) {
        String named = complaint.replace(location.argument() + ": ", "").replace(location.argument(), "it").strip();
        String rest = location.kind() == Location.Kind.STREAM ? ADDRESS.matcher(named).replaceAll("it$1") : named;
        if (StreamAddress.listens(location) && rest.contains("Connection timed out")) {
            return NOBODY_CALLED;
        }
        if (StreamAddress.listens(location) && rest.contains("Input/output error")) {
            return "the other side has gone";
        }
        if (StreamAddress.is(location) && rest.contains("Input/output error")) {
            return "nobody answers there; is the other side running, the port right, and the passphrase the same?";
        }
        return PLAIN.entrySet().stream().filter(each -> rest.contains(each.getKey())).map(Map.Entry::getValue)
                .findFirst()
                .orElse(rest);
    }
}
