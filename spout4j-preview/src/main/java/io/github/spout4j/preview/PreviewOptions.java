package io.github.spout4j.preview;

import io.github.spout4j.Alpha;
import java.util.Objects;
import java.util.Optional;

/**
 * How the preview begins.
 *
 * @param sender     the sender to show, which need not be there yet; empty for whichever is active
 * @param width      of the window without its frame, in pixels as the desktop counts them
 * @param height     of the window without its frame
 * @param fullScreen whether on the whole screen
 * @param alpha      what the sender's frames carry
 */
public record PreviewOptions(Optional<String> sender, int width, int height, boolean fullScreen, Alpha alpha) {
    /** The active sender, in a window of 1080 × 680, of straight alpha. */
    public static final PreviewOptions USUAL = new PreviewOptions(Optional.empty(), 1080, 680, false, Alpha.STRAIGHT);

    static final int LEAST_WIDTH = 320;
    static final int LEAST_HEIGHT = 220;

    /**
     * Checks them.
     *
     * @throws IllegalArgumentException where the window is smaller than 320 × 220
     */
    public PreviewOptions {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(alpha, "alpha");
        if (width < LEAST_WIDTH || height < LEAST_HEIGHT) {
            throw new IllegalArgumentException("a window of " + width + "x" + height
                    + " pixels is too small to show anything; the least is " + LEAST_WIDTH + "x" + LEAST_HEIGHT);
        }
    }
}
