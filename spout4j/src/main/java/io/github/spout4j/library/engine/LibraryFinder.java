package io.github.spout4j.library.engine;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.engine.ConnectResult;
import io.github.spout4j.engine.Finder;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.protocol.SenderName;
import java.util.Optional;

/**
 * Finds senders through the DLL, and lets a receiver's own thread connect to them.
 *
 * @param gl the thread on which the receiver lives; closed with it
 */
record LibraryFinder(LibraryDirectory directory, KernelObjects objects, GlThread gl) implements Finder {
    @Override
    public Optional<SenderName> active() {
        return directory.activeName();
    }

    @Override
    public Optional<SenderInfo> info(SenderName name) {
        return directory.find(name.text());
    }

    @Override
    public ConnectResult connect(SenderName name) {
        return LibraryReader.connect(gl, objects, name);
    }

    @Override
    public void close() {
        gl.close();
    }
}
