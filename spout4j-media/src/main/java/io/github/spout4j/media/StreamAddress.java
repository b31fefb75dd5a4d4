package io.github.spout4j.media;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of streams as ffmpeg takes them: without a host they wait for who calls. What srt's passphrase is, and where it goes. */
final class StreamAddress {
    private static final String SCHEME = "srt";
    private static final Pattern NO_HOST = Pattern.compile("(srt|udp|tcp)://@?(:\\d+)([?/].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSPHRASE = Pattern.compile("([?&])passphrase=([^&#]*)&?");
    private static final int SHORTEST = 10;
    private static final int LONGEST = 79;
    private static final Duration USUAL_LATENCY = Duration.ofMillis(120);
    private static final Duration WAITED = Duration.ofSeconds(10);

    private StreamAddress() {}

    static boolean is(Location location) {
        return location.scheme().equals(SCHEME);
    }

    /** Whether it waits for who calls. */
    static boolean listens(Location location) {
        return switch (location.scheme()) {
            case SCHEME -> location.text().contains("mode=listener")
                    || NO_HOST.matcher(location.text()).matches() && !location.text().contains("mode=");
            case "tcp" -> location.text().contains("listen") || NO_HOST.matcher(location.text()).matches();
            default -> false;
        };
    }

    /**
     * As ffmpeg takes it: without a passphrase.
     *
     * <p>Who waits for a caller does so for a while alone, and is begun again then, so that no ffmpeg outlives a program that was killed.
     *
     * @param again whether it is opened again when it fails: then udp waits for a while alone, too
     */
    static String address(Location location, Optional<Duration> latency, boolean again) {
        String address = PASSPHRASE.matcher(location.argument()).replaceAll("$1").replaceAll("[?&]$", "");
        Matcher matcher = NO_HOST.matcher(address);
        if (matcher.matches()) {
            String rest = matcher.group(3) == null ? "" : matcher.group(3);
            address = matcher.group(1) + "://0.0.0.0" + matcher.group(2) + rest;
            if (is(location) && !rest.contains("mode=")) {
                address = with(address, "mode=listener");
            }
            if (location.scheme().equals("tcp") && !rest.contains("listen")) {
                address = with(address, "listen=1");
            }
        }
        if (is(location) && !address.contains("latency=")) {
            address = with(address, "latency=" + micros(latency.orElse(USUAL_LATENCY)));
        }
        if (listens(location) && !address.contains("listen_timeout=")) {
            address = with(address, "listen_timeout=" + (is(location) ? micros(WAITED) : WAITED.toMillis()));
        }
        if (again && location.scheme().equals("udp") && !address.contains("timeout=")) {
            address = with(address, "timeout=" + micros(WAITED));
        }
        return address;
    }

    /**
     * The passphrase of an address, or the one given beside it.
     *
     * @throws FilmException where it cannot be one
     */
    static Optional<String> passphrase(Location location, Optional<String> given) {
        Matcher matcher = PASSPHRASE.matcher(location.argument());
        Optional<String> secret = given.isPresent() || !is(location) || !matcher.find()
                ? given
                : Optional.of(matcher.group(2));
        secret.ifPresent(text -> {
            if (!is(location)) {
                throw FilmException.badInput("a passphrase is for srt:// alone; \"" + location.text() + "\" is none");
            }
            if (text.length() < SHORTEST || text.length() > LONGEST || text.chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw FilmException.badInput("a passphrase has " + SHORTEST + " to " + LONGEST
                        + " characters of plain ASCII; this one has " + text.length());
            }
        });
        return secret;
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1000;
    }

    private static String with(String address, String option) {
        return address + (address.contains("?") ? "&" : "?") + option;
    }
}
