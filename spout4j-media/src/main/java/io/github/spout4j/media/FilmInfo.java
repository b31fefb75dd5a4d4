package io.github.spout4j.media;

import io.github.spout4j.PixelFormat;
import java.time.Duration;
import java.util.Optional;

/**
 * A film that is open.
 *
 * @param width    pixels, as it is shown: turned where its metadata say so
 * @param height   pixels
 * @param format   that its sender has: RGBA8, or RGBA16 where its channels have more than 8 bits, or what was asked for
 * @param rate     frames a second; empty where frames come in their own time
 * @param duration of the part that is sent, once; empty where it is not known
 * @param sound    whether it has sound, which is left out
 */
public record FilmInfo(int width, int height, PixelFormat format, Optional<Rate> rate, Optional<Duration> duration,
        boolean sound) {}
