package io.github.spout4j.preview;

import io.github.spout4j.Spout;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;

/**
 * A window that shows senders live: one picture, the list of senders beside it, and what there is to know below it. Key H in it
 * lists all keys.
 *
 * <p>Methods block while the window is open, and end early, its window closed, when their thread is interrupted, whose interrupt
 * status stays set. Not for Swing's event thread. They throw {@link HeadlessException} where {@link #unavailable} says why.
 */
public final class Preview {
    private static final Duration LOOK = Duration.ofMillis(10);

    private Preview() {}

    /** {@return why no window can be opened here, and what to do; empty where one can} */
    public static Optional<String> unavailable() {
        try {
            if (!GraphicsEnvironment.isHeadless()
                    && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0) {
                return Optional.empty();
            }
            return Optional.of("there is no display here to open a window on; on Linux, DISPLAY must name one");
        } catch (AWTError | HeadlessException e) {
            return Optional.of("the display cannot be used: " + e.getMessage().lines().findFirst().orElse(""));
        } catch (LinkageError e) {
            return Optional.of("this Java lacks what windows need: " + e.getMessage());
        }
    }

    /**
     * Opens the window, and waits until the user has closed it.
     *
     * @param spout   receives; it stays open
     * @param options how the window begins
     * @throws IllegalArgumentException where no sender can have the name asked for
     */
    public static void open(Spout spout, PreviewOptions options) {
        try (PreviewWindow window = PreviewWindow.open(spout, options)) {
            window.awaitClosed();
        }
    }

    /**
     * Opens the window, and closes it when it has shown frames for a while.
     *
     * @param spout   receives; it stays open
     * @param options how the window begins
     * @param after   how long after the first frame
     * @param timeout how long to wait for that
     * @return the window's contents; empty where no frame came in time, none was left then, or the user closed the window
     * @throws IllegalArgumentException where no sender can have the name asked for
     */
    public static Optional<BufferedImage> screenshot(Spout spout, PreviewOptions options, Duration after,
            Duration timeout) {
        try (PreviewWindow window = PreviewWindow.open(spout, options)) {
            if (!window.awaitFrame(timeout) || window.awaitClosed(after)) {
                return Optional.empty();
            }
            long end = System.nanoTime() + timeout.toNanos();
            Optional<BufferedImage> contents = window.contents();
            while (contents.isEmpty() && System.nanoTime() - end < 0 && !window.awaitClosed(LOOK)) {
                contents = window.contents();
            }
            return contents;
        }
    }
}
