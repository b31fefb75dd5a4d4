package io.github.spout4j.media;

import io.github.spout4j.PixelFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What ffmpeg is told of a film that is to be sent: it writes frames as PAM pictures, each with its size, to its standard output.
 *
 * @param beginning what precedes the film for ffprobe too
 * @param stdin     what it reads on its standard input: a film with its secret; null for nothing
 */
record InputArguments(FilmSource source, Location location, List<String> beginning, String stdin) {
    private static final String USUAL_RATE_OF_PICTURES = "25";
    private static final Rate UNKNOWN_RATE = Rate.of(25);
    /** By which MPEG-TS comes, whose packets are frames, unlike those of rtp and rtsp. */
    private static final Set<String> WHOLE_PACKETS = Set.of("srt", "udp", "tcp");
    private static final int HD = 720;
    private static final String ANALYSED_MICROSECONDS = "1000000";

    static InputArguments of(FilmSource source) {
        Location location = Location.ofInput(source.film(), source.inputFormat().orElse(null)).requireReadable();
        Optional<String> secret = StreamAddress.passphrase(location, source.passphrase());
        List<String> arguments = new ArrayList<>();
        if (location.kind() == Location.Kind.PICTURES) {
            arguments.addAll(List.of("-f", "image2", "-framerate",
                    source.rate().map(Rate::fraction).orElse(USUAL_RATE_OF_PICTURES), "-start_number",
                    Long.toString(location.firstNumber())));
        } else {
            source.inputFormat().ifPresent(format -> arguments.addAll(List.of("-f", format)));
        }
        if (location.kind() == Location.Kind.DEVICE && Device.isLive(source.inputFormat().orElseThrow())) {
            source.rate().ifPresent(rate -> arguments.addAll(List.of("-framerate", rate.fraction())));
        }
        arguments.addAll(source.options());
        String address = location.kind() == Location.Kind.STREAM
                ? StreamAddress.address(location, source.latency(), source.reconnect())
                : location.argument();
        if (secret.isEmpty()) {
            arguments.addAll(List.of("-i", address));
            return new InputArguments(source, location, arguments, null);
        }
        arguments.addAll(List.of("-f", "concat", "-safe", "0", "-protocol_whitelist", "pipe,srt,udp", "-i", "pipe:0"));
        return new InputArguments(source, location, arguments, "ffconcat version 1.0\nfile '" + quoted(address)
                + "'\noption passphrase '" + quoted(secret.get()) + "'\noption analyzeduration " + ANALYSED_MICROSECONDS
                + "\n");
    }

    /** Whether frames come in their own time, and old ones are worth nothing; of http, ffprobe tells. */
    boolean live() {
        return switch (location.kind()) {
            case DEVICE -> Device.isLive(source.inputFormat().orElseThrow());
            case STREAM -> !location.scheme().startsWith("http") && !location.scheme().equals("ftp");
            default -> false;
        };
    }

    /** The rate at which frames are wanted; empty where they come as they come. */
    static Optional<Rate> rate(FilmSource source, Optional<Probe> probe, boolean live) {
        return source.rate().isPresent() || live
                ? source.rate()
                : probe.flatMap(Probe::rate).or(() -> Optional.of(UNKNOWN_RATE));
    }

    /**
     * All of ffmpeg's arguments.
     *
     * @param probe what ffprobe says; empty where it was not asked
     * @param rate  the rate at which frames are wanted; empty where as they come
     */
    List<String> all(Ffmpeg ffmpeg, Optional<Probe> probe, Optional<Rate> rate, boolean live) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostats", "-loglevel", "level+info"));
        source.hardware().ifPresent(way -> arguments.addAll(List.of("-hwaccel", way)));
        if (!source.start().isZero()) {
            arguments.addAll(List.of("-ss", seconds(source.start())));
        }
        source.duration().ifPresent(length -> arguments.addAll(List.of("-t", seconds(length))));
        probe.filter(Probe::alpha).map(Probe::codec).filter(codec -> codec.equals("vp9") || codec.equals("vp8"))
                .ifPresent(codec -> arguments.addAll(List.of("-c:v", codec.equals("vp9") ? "libvpx-vp9" : "libvpx")));
        if (live) {
            arguments.addAll(List.of("-flags", "low_delay", "-thread_type", "slice", "-analyzeduration",
                    ANALYSED_MICROSECONDS, "-fpsprobesize", "0"));
        }
        if (source.lowLatency() && WHOLE_PACKETS.contains(location.scheme())) {
            arguments.addAll(List.of("-fflags", "+noparse+nofillin"));
        }
        arguments.addAll(List.of("-reinit_filter", "0")); // where the size changes, frames are scaled to the first one
        arguments.addAll(beginning);
        String even = live ? "" : rate.map(known -> "fps=" + known.fraction() + ",").orElse("");
        arguments.addAll(List.of("-map", "0:V:0", "-vf", even + filter(probe)));
        if (rate.isPresent()) {
            arguments.addAll(List.of("-r", rate.get().fraction()));
        } else {
            arguments.addAll(
                    ffmpeg.isAtLeast(5, 1) ? List.of("-fps_mode", "passthrough") : List.of("-vsync", "passthrough"));
        }
        arguments.addAll(List.of("-c:v", "pam", "-f", "image2pipe", "pipe:1"));
        return arguments;
    }

    /** Square pixels, and the smallest format that holds what the film has. */
    private String filter(Optional<Probe> probe) {
        String matrix = probe.filter(known -> !known.matrix() && known.height() >= HD)
                .map(_ -> ":in_color_matrix=bt709")
                .orElse("");
        return "scale=w=min(16384\\,trunc(iw*sar+0.5)):h=ih" + matrix + ",setsar=1,format=pix_fmts="
                + source.format().map(InputArguments::pixels).orElse("rgba|rgba64be");
    }

    private static String pixels(PixelFormat format) {
        boolean wide = PipeFormat.isWide(format);
        return format.channels() == 1 ? wide ? "gray16be" : "gray" : wide ? "rgba64be" : "rgba";
    }

    private static String seconds(Duration duration) {
        return String.format(java.util.Locale.ROOT, "%d.%06d", duration.getSeconds(), duration.getNano() / 1000);
    }

    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }
}
