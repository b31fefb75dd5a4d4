package io.github.spout4j.media;

import io.github.spout4j.PixelFormat;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A film, pictures, a stream or a device to be sent, and how. Nothing is opened yet. Immutable: each method gives another one.
 *
 * @param film        a file; pictures by a pattern such as {@code frame-%04d.png}; an address such as {@code srt://:9000} (which waits there
 *                    for who calls) or {@code rtsp://…}; or what the device of {@code inputFormat} is called
 * @param inputFormat ffmpeg's name of the device or format, such as v4l2, x11grab, dshow, gdigrab or lavfi; empty where ffmpeg finds out
 * @param start       where to begin
 * @param duration    how much to send; empty for all
 * @param rate        frames a second instead of its own: frames are repeated or left out for that; of pictures and devices their own. Empty for the
 *                    film's; 25 of pictures
 * @param format      of the sender; empty for RGBA8, or RGBA16 where the film has more than 8 bits
 * @param loop        whether it begins again at its end, without a gap
 * @param reconnect   whether to open it again whenever it ends or fails, also before it was ever open
 * @param lowLatency  whether each packet of an srt, udp or tcp stream is known to be a frame, as ffmpeg, OBS and spout4j send them: then none waits for
 *                    the next one
 * @param hardware    ffmpeg's name of a way to decode by hardware, such as auto, vaapi, cuda, d3d11va or videotoolbox; empty for none
 * @param passphrase  of an srt stream, 10 to 79 characters; it appears on no command line. Empty for none
 * @param latency     ms for which srt can have lost packets sent again; empty for 120, the usual
 * @param options     for ffmpeg, before the film
 */
public record FilmSource(String film, Optional<String> inputFormat, Duration start, Optional<Duration> duration,
        Optional<Rate> rate, Optional<PixelFormat> format, boolean loop, boolean reconnect, boolean lowLatency,
        Optional<String> hardware,
        Optional<String> passphrase, Optional<Duration> latency, List<String> options) {
    /** Keeps a copy of the options. */
    public FilmSource {
        Objects.requireNonNull(film, "film");
        options = List.copyOf(options);
    }

    /**
     * A film, as it is.
     *
     * @param film see the record's parameter
     * @return to be changed, or sent
     */
    public static FilmSource of(String film) {
        return new FilmSource(film, Optional.empty(), Duration.ZERO, Optional.empty(), Optional.empty(),
                Optional.empty(), false,
                false, false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * Tells addresses of streams, such as srt://:9000, from names of files.
     *
     * @param text what somebody wrote
     * @return whether it is one
     */
    public static boolean isAddress(String text) {
        return Location.isUrl(text);
    }

    /**
     * The same by a device or a given format.
     *
     * @param name ffmpeg's name of it
     * @return the other
     */
    public FilmSource inputFormat(String name) {
        return new FilmSource(film, Optional.of(name), start, duration, rate, format, loop, reconnect, lowLatency,
                hardware,
                passphrase,
                latency, options);
    }

    /**
     * The same from another place on.
     *
     * @param from the beginning
     * @return the other
     */
    public FilmSource start(Duration from) {
        return new FilmSource(film, inputFormat, from, duration, rate, format, loop, reconnect, lowLatency, hardware,
                passphrase,
                latency,
                options);
    }

    /**
     * A part of it.
     *
     * @param length how much is sent
     * @return the other
     */
    public FilmSource duration(Duration length) {
        return new FilmSource(film, inputFormat, start, Optional.of(length), rate, format, loop, reconnect, lowLatency,
                hardware,
                passphrase, latency, options);
    }

    /**
     * The same at another rate.
     *
     * @param other frames a second
     * @return the other
     */
    public FilmSource rate(Rate other) {
        return new FilmSource(film, inputFormat, start, duration, Optional.of(other), format, loop, reconnect,
                lowLatency, hardware,
                passphrase, latency, options);
    }

    /**
     * The same in another format.
     *
     * @param other of the sender
     * @return the other
     */
    public FilmSource format(PixelFormat other) {
        return new FilmSource(film, inputFormat, start, duration, rate, Optional.of(other), loop, reconnect, lowLatency,
                hardware,
                passphrase, latency, options);
    }

    /** {@return the same, again and again} */
    public FilmSource looped() {
        return new FilmSource(film, inputFormat, start, duration, rate, format, true, reconnect, lowLatency, hardware,
                passphrase,
                latency,
                options);
    }

    /** {@return the same, opened again whenever it ends or fails} */
    public FilmSource reconnecting() {
        return new FilmSource(film, inputFormat, start, duration, rate, format, loop, true, lowLatency, hardware,
                passphrase,
                latency,
                options);
    }

    /**
     * The same, a frame sooner: for srt, udp and tcp streams in which each packet is a frame, as ffmpeg, OBS and spout4j send them. Others may not be
     * decoded.
     *
     * @return the other
     */
    public FilmSource withLowLatency() {
        return new FilmSource(film, inputFormat, start, duration, rate, format, loop, reconnect, true, hardware,
                passphrase, latency, options);
    }

    /**
     * The same, decoded by hardware.
     *
     * @param way ffmpeg's name of it
     * @return the other
     */
    public FilmSource hardware(String way) {
        return new FilmSource(film, inputFormat, start, duration, rate, format, loop, reconnect, lowLatency,
                Optional.of(way),
                passphrase,
                latency, options);
    }

    /**
     * The same, with what an srt stream is encrypted by.
     *
     * @param secret 10 to 79 characters
     * @return the other
     */
    public FilmSource passphrase(String secret) {
        return new FilmSource(film, inputFormat, start, duration, rate, format, loop, reconnect, lowLatency, hardware,
                Optional.of(secret),
                latency, options);
    }

    /**
     * The same, with another latency of srt.
     *
     * @param time for which lost packets can be sent again
     * @return the other
     */
    public FilmSource latency(Duration time) {
        return new FilmSource(film, inputFormat, start, duration, rate, format, loop, reconnect, lowLatency, hardware,
                passphrase,
                Optional.of(time), options);
    }

    /**
     * The same with options of ffmpeg's before the film, each one or its value an element; no shell reads them.
     *
     * @param more options
     * @return the other
     */
    public FilmSource options(List<String> more) {
        return new FilmSource(film, inputFormat, start, duration, rate, format, loop, reconnect, lowLatency, hardware,
                passphrase,
                latency,
                more);
    }
}
