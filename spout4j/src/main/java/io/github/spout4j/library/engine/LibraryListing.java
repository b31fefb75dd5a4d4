package io.github.spout4j.library.engine;

import io.github.spout4j.engine.ListedSender;

/** A sender of the DLL in the directory, as long as the DLL's object lives. The DLL tells nobody of a pause. */
record LibraryListing(GlThread gl) implements ListedSender.Listing {
    @Override
    public void tellPaused(boolean paused) {
        // nothing that others would understand
    }

    @Override
    public void close() {
        gl.close();
    }
}
