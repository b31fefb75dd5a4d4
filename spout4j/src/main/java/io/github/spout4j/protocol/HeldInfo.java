package io.github.spout4j.protocol;

import io.github.spout4j.kernel.KernelObjects;

/**
 * A receiver's hold of its sender's info (docs/architecture.md: Why the receiver holds the info only while frames come): kept
 * open while frames come, so that looking costs nothing, and for the moment of a look otherwise. Several receivers that held it
 * any longer would keep each other waiting for a sender that is dead, and its name from the next one. One thread at a time.
 */
public final class HeldInfo implements AutoCloseable {
    private final KernelObjects objects;
    private final SenderName name;
    private SenderInfoView view;
    private boolean framesCome;

    public HeldInfo(KernelObjects objects, SenderName name) {
        this.objects = objects;
        this.name = name;
    }

    /** The info, to be read before {@link #looked}; null where there is none that could be read. */
    public SenderInfoView look() {
        if (view == null) {
            view = SenderInfoView.open(objects, name).orElse(null);
        }
        return view;
    }

    /** What was of interest was read. */
    public void looked() {
        if (!framesCome) {
            close();
        }
    }

    /** A frame came: the next ones are likely to. */
    public void frameCame() {
        framesCome = true;
    }

    /** No frame has come for a while. */
    public void rest() {
        framesCome = false;
        close();
    }

    /** Lets go, until the next look. */
    @Override
    public void close() {
        if (view != null) {
            view.close();
            view = null;
        }
    }
}
