package io.github.spout4j.media;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A film or stream that is to be made of what a sender shows. Nothing is opened yet. Immutable: each method gives another one.
 *
 * @param film       a file, whose ending says what it becomes: mp4 and m4v (H.264, plays anywhere), mkv (FFV1, lossless), mov (ProRes 4444),
 *                   webm (VP9), gif, ts (H.264), nut (raw); an address: srt, udp, tcp, rtmp, rtmps or rtsp; or a {@code /dev/video} device of v4l2loopback
 * @param codec      h264, hevc, av1, ffv1, prores, vp9, gif or raw, or ffmpeg's name of an encoder, such as h264_nvenc; empty for the ending's
 * @param quality    0 to 100, more is better and larger; empty for 75. Not of lossless codecs
 * @param rate       frames a second; empty for the usual one nearest to the sender's first frames (gif: 20)
 * @param frames     how many the film has at most; empty for no limit
 * @param duration   how long it gets at most, by its rate; empty for no limit
 * @param everyFrame whether each frame of the sender is one of the film's, whatever its time; else frames are repeated or left out by their time
 * @param lossless   of a stream: FFV1 with alpha and all bits, in NUT
 * @param onResize   what to do when the sender changes size
 * @param overwrite  whether a file that is there is replaced
 * @param reconnect  whether a stream that fails or ends is begun again
 * @param passphrase of an srt stream, 10 to 79 characters; it appears on no command line. Empty for none
 * @param latency    ms for which srt can have lost packets sent again; empty for 120, the usual
 * @param options    for ffmpeg, before the film's name
 */
public record FilmTarget(String film, Optional<String> codec, Optional<Integer> quality, Optional<Rate> rate,
        Optional<Long> frames, Optional<Duration> duration,
        boolean everyFrame, boolean lossless, OnResize onResize, boolean overwrite, boolean reconnect,
        Optional<String> passphrase, Optional<Duration> latency, List<String> options) {
    /**
     * Keeps a copy of the options.
     *
     * @throws IllegalArgumentException where the quality is not 0 to 100
     */
    public FilmTarget {
        Objects.requireNonNull(film, "film");
        Objects.requireNonNull(onResize, "onResize");
        options = List.copyOf(options);
        if (quality.filter(value -> value < 0 || value > 100).isPresent()) {
            throw new IllegalArgumentException("the quality is " + quality.get() + "; it must be 0 to 100");
        }
    }

    /**
     * A film, by its ending.
     *
     * @param film see the record's parameter
     * @return to be changed, or made
     */
    public static FilmTarget of(String film) {
        return new FilmTarget(film, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), false,
                false, OnResize.SCALE, false,
                false, Optional.empty(), Optional.empty(), List.of());
    }

    /** {@return the endings of files that can be made, in small letters: mp4, mkv …} */
    public static List<String> endings() {
        return Container.endings();
    }

    /**
     * Tells streams and devices, where somebody may watch while it is made, from files.
     *
     * @param text what somebody wrote
     * @return whether it is one
     */
    public static boolean isLive(String text) {
        return Location.isUrl(text) || Location.isOutputDevice(text);
    }

    /**
     * The same by another codec.
     *
     * @param name of it
     * @return the other
     */
    public FilmTarget codec(String name) {
        return new FilmTarget(film, Optional.of(name), quality, rate, frames, duration, everyFrame, lossless, onResize,
                overwrite,
                reconnect,
                passphrase, latency, options);
    }

    /**
     * The same in another quality.
     *
     * @param value 0 to 100
     * @return the other
     * @throws IllegalArgumentException where it is not
     */
    public FilmTarget quality(int value) {
        return new FilmTarget(film, codec, Optional.of(value), rate, frames, duration, everyFrame, lossless, onResize,
                overwrite,
                reconnect,
                passphrase, latency, options);
    }

    /**
     * The same at a given rate.
     *
     * @param fixed frames a second
     * @return the other
     */
    public FilmTarget rate(Rate fixed) {
        return new FilmTarget(film, codec, quality, Optional.of(fixed), frames, duration, everyFrame, lossless,
                onResize,
                overwrite, reconnect,
                passphrase, latency, options);
    }

    /**
     * The same with so many frames at most.
     *
     * @param most at least 1
     * @return the other
     */
    public FilmTarget frames(long most) {
        return new FilmTarget(film, codec, quality, rate, Optional.of(most), duration, everyFrame, lossless, onResize,
                overwrite,
                reconnect, passphrase, latency, options);
    }

    /**
     * The same, so long at most.
     *
     * @param most by its rate
     * @return the other
     */
    public FilmTarget duration(Duration most) {
        return new FilmTarget(film, codec, quality, rate, frames, Optional.of(most), everyFrame, lossless, onResize,
                overwrite, reconnect, passphrase, latency, options);
    }

    /** {@return the same with each frame once} */
    public FilmTarget withEveryFrame() {
        return new FilmTarget(film, codec, quality, rate, frames, duration, true, lossless, onResize, overwrite,
                reconnect,
                passphrase, latency,
                options);
    }

    /** {@return the same without loss} */
    public FilmTarget withoutLoss() {
        return new FilmTarget(film, codec, quality, rate, frames, duration, everyFrame, true, onResize, overwrite,
                reconnect,
                passphrase,
                latency, options);
    }

    /**
     * The same with another rule for new sizes.
     *
     * @param rule what to do
     * @return the other
     */
    public FilmTarget onResize(OnResize rule) {
        return new FilmTarget(film, codec, quality, rate, frames, duration, everyFrame, lossless, rule, overwrite,
                reconnect,
                passphrase,
                latency, options);
    }

    /** {@return the same, replacing a file that is there} */
    public FilmTarget overwriting() {
        return new FilmTarget(film, codec, quality, rate, frames, duration, everyFrame, lossless, onResize, true,
                reconnect,
                passphrase, latency,
                options);
    }

    /** {@return the same, begun again whenever the stream fails or ends} */
    public FilmTarget reconnecting() {
        return new FilmTarget(film, codec, quality, rate, frames, duration, everyFrame, lossless, onResize, overwrite,
                true,
                passphrase,
                latency, options);
    }

    /**
     * The same, with what an srt stream is encrypted by.
     *
     * @param secret 10 to 79 characters
     * @return the other
     */
    public FilmTarget passphrase(String secret) {
        return new FilmTarget(film, codec, quality, rate, frames, duration, everyFrame, lossless, onResize, overwrite,
                reconnect,
                Optional.of(secret), latency, options);
    }

    /**
     * The same, with another latency of srt.
     *
     * @param time for which lost packets can be sent again
     * @return the other
     */
    public FilmTarget latency(Duration time) {
        return new FilmTarget(film, codec, quality, rate, frames, duration, everyFrame, lossless, onResize, overwrite,
                reconnect,
                passphrase,
                Optional.of(time), options);
    }

    /**
     * The same with options of ffmpeg's before the film's name, each one or its value an element; no shell reads them.
     *
     * @param more options
     * @return the other
     */
    public FilmTarget options(List<String> more) {
        return new FilmTarget(film, codec, quality, rate, frames, duration, everyFrame, lossless, onResize, overwrite,
                reconnect,
                passphrase,
                latency, more);
    }
}
