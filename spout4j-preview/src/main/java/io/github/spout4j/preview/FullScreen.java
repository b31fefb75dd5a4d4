package io.github.spout4j.preview;

import java.awt.Rectangle;
import java.util.function.Consumer;
import javax.swing.JFrame;

/** A window on the whole of its screen, without a frame, and back. */
final class FullScreen {
    private final JFrame window;
    private final Consumer<Boolean> changes;
    private Rectangle before;

    /** @param changes told before it goes there, or back */
    FullScreen(JFrame window, Consumer<Boolean> changes) {
        this.window = window;
        this.changes = changes;
    }

    boolean on() {
        return before != null;
    }

    /** Goes there, or back. */
    void set(boolean on) {
        if (on == on()) {
            return;
        }
        Rectangle bounds = on ? window.getGraphicsConfiguration().getBounds() : before;
        before = on ? window.getBounds() : null;
        changes.accept(on);
        window.dispose();
        window.setUndecorated(on);
        window.setAlwaysOnTop(on);
        window.setBounds(bounds);
        window.setVisible(true);
    }
}
