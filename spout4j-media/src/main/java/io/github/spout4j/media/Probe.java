package io.github.spout4j.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ffprobe says of a film's picture.
 *
 * @param codec    ffmpeg's name of it
 * @param rate     frames a second; empty where it does not tell
 * @param duration empty where it does not tell
 * @param sound    whether it has sound
 * @param alpha    whether its metadata announce alpha that only libvpx decodes
 * @param aspect   how much wider than high a pixel is
 * @param matrix   whether it tells by which numbers its colours were made
 */
record Probe(String codec, int width, int height, Optional<Rate> rate, Optional<Duration> duration, boolean sound,
        boolean alpha, double aspect, boolean matrix) {
    private static final Pattern LINE = Pattern.compile("streams\\.stream\\.(\\d+)\\.([A-Za-z_.0-9]+)=\"?(.*?)\"?");
    private static final Pattern FORMAT = Pattern.compile("format\\.duration=\"?([0-9.]+)\"?");
    private static final long PATIENCE_SECONDS = 30;
    private static final double HIGHEST = 480;

    /**
     * Asks ffprobe.
     *
     * @param input what precedes the film, and its name
     * @throws FilmException where it finds no film
     */
    static Probe of(Ffmpeg ffmpeg, Location location, List<String> input, String stdin) {
        List<String> command = new ArrayList<>(List.of(ffmpeg.prober().toString(), "-hide_banner", "-loglevel",
                "level+error", "-of", "flat", "-show_entries",
                "stream=codec_type,codec_name,width,height,sample_aspect_ratio,color_space,r_frame_rate,avg_frame_rate,duration"
                        + ":stream_tags=alpha_mode:stream_disposition=attached_pic:format=duration"));
        command.addAll(input);
        try {
            Process process = new ProcessBuilder(command).start();
            LastWords words = new LastWords(process.errorReader(StandardCharsets.UTF_8));
            try (var given = process.getOutputStream()) {
                if (stdin != null) {
                    given.write(stdin.getBytes(StandardCharsets.UTF_8));
                }
            }
            Optional<Probe> probe;
            try (Killer _ = new Killer(process);
                    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                probe = read(reader);
            }
            return probe.orElseThrow(() -> {
                String message = "\"" + location.text() + "\" cannot be opened as a film: "
                        + words.complaint().map(text -> Complaints.of(text, location)).orElse("it has no picture");
                return location.kind() == Location.Kind.STREAM
                        ? FilmException.failed(message)
                        : FilmException.badInput(message);
            });
        } catch (IOException e) {
            throw FilmException.failed("\"" + location.text() + "\" cannot be looked at by ffprobe: " + e.getMessage(),
                    e);
        }
    }

    private static Optional<Probe> read(BufferedReader reader) throws IOException {
        Map<Integer, Map<String, String>> streams = new HashMap<>();
        OptionalDouble whole = OptionalDouble.empty();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            Matcher matcher = LINE.matcher(line);
            Matcher format = FORMAT.matcher(line);
            if (matcher.matches()) {
                streams.computeIfAbsent(Integer.parseInt(matcher.group(1)), _ -> new HashMap<>()).put(matcher.group(2),
                        matcher.group(3));
            } else if (format.matches()) {
                whole = number(format.group(1));
            }
        }
        boolean sound = streams.values().stream().anyMatch(stream -> "audio".equals(stream.get("codec_type")));
        double of = whole.orElse(0);
        return streams.values().stream().filter(stream -> "video".equals(stream.get("codec_type")))
                .filter(stream -> !"1".equals(stream.get("disposition.attached_pic")))
                .flatMap(stream -> of(stream, sound, of).stream()).findFirst();
    }

    private static Optional<Probe> of(Map<String, String> stream, boolean sound, double whole) {
        int width = whole(stream.get("width"));
        int height = whole(stream.get("height"));
        if (width <= 0 || height <= 0) {
            return Optional.empty();
        }
        double own = number(stream.getOrDefault("duration", "")).orElse(whole);
        Optional<Duration> duration = own > 0 && own < Integer.MAX_VALUE
                ? Optional.of(Duration.ofNanos((long) (own * 1e9)))
                : Optional.empty();
        return Optional.of(new Probe(stream.getOrDefault("codec_name", ""), width, height,
                rate(fraction(stream.get("r_frame_rate")), fraction(stream.get("avg_frame_rate"))), duration, sound,
                "1".equals(stream.get("tags.alpha_mode")), aspect(stream.get("sample_aspect_ratio")),
                !stream.getOrDefault("color_space", "unknown").equals("unknown")));
    }

    /**
     * The rate of which frames are multiples. The first one that ffprobe tells is of the film's clock, and right where frames come evenly; it is
     * twice the frames' where the film is interlaced, and the clock's own (90 kHz) where they do not.
     */
    static Optional<Rate> rate(double[] clock, double[] average) {
        double exact = hz(clock);
        double mean = hz(average);
        if (exact <= 0 && mean <= 0) {
            return Optional.empty();
        }
        if (mean <= 0 || exact > 0 && exact <= HIGHEST && Math.abs(exact - mean) / mean < 0.02) {
            return exact <= 0 || exact > HIGHEST ? Optional.empty() : fractional(clock, exact);
        }
        if (exact > 0 && exact <= HIGHEST && Math.abs(exact - 2 * mean) / mean < 0.02) {
            return fractional(new double[]{clock[0], clock[1] * 2}, exact / 2);
        }
        if (mean > HIGHEST) {
            return Optional.empty();
        }
        Rate usual = Rate.usual(mean);
        return Optional.of(Math.abs(usual.hz() - mean) / mean < 0.03 ? usual : Rate.of(Math.max(0.001, mean)));
    }

    private static Optional<Rate> fractional(double[] fraction, double hz) {
        boolean small = fraction[0] == Math.rint(fraction[0]) && fraction[1] == Math.rint(fraction[1])
                && fraction[0] < Integer.MAX_VALUE && fraction[1] < Integer.MAX_VALUE;
        return Optional.of(small ? new Rate((int) fraction[0], (int) fraction[1]) : Rate.of(hz));
    }

    private static double hz(double[] fraction) {
        return fraction[1] > 0 ? fraction[0] / fraction[1] : 0;
    }

    private static double[] fraction(String text) {
        String[] parts = text == null ? new String[0] : text.split("[/:]");
        return parts.length != 2
                ? new double[]{0, 0}
                : new double[]{number(parts[0]).orElse(0), number(parts[1]).orElse(0)};
    }

    private static double aspect(String text) {
        double aspect = hz(fraction(text));
        return aspect > 0.1 && aspect < 10 ? aspect : 1;
    }

    private static int whole(String text) {
        double number = number(text == null ? "" : text).orElse(0);
        return number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE ? (int) number : 0;
    }

    private static OptionalDouble number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    /** Ends a process that takes too long, or whose caller was interrupted. */
    private static final class Killer implements AutoCloseable {
        private final Thread caller = Thread.currentThread();
        private final Process process;
        private final Thread thread;

        Killer(Process process) {
            this.process = process;
            thread = Thread.ofVirtual().start(this::watch);
        }

        private void watch() {
            try {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
                while (System.nanoTime() - end < 0 && !caller.isInterrupted()) {
                    if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            } catch (InterruptedException _) {
                // it is to end
            }
            process.destroyForcibly();
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
