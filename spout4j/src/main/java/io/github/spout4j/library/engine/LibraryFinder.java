package io.github.spout4j.library.engine;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.engine.ConnectResult;
import io.github.spout4j.engine.Finder;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.protocol.SenderName;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds a sender through the DLL, and lets a receiver's own thread connect to it. */
final class LibraryFinder implements Finder {
    private static final long ACTIVE_AGE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LibraryDirectory directory;
    private final KernelObjects objects;
    private final SenderName wanted;
    private GlThread gl;
    private SenderName active;
    private long activeLookedAt;

    /** @param wanted null for the active sender */
    LibraryFinder(LibraryDirectory directory, KernelObjects objects, SenderName wanted) {
        this.directory = directory;
        this.objects = objects;
        this.wanted = wanted;
    }

    /** Gives the thread on which the receiver lives. */
    LibraryFinder on(GlThread thread) {
        gl = thread;
        return this;
    }

    @Override
    public Optional<String> wanted() {
        return Optional.ofNullable(wanted).map(SenderName::text);
    }

    @Override
    public String describe() {
        return wanted == null ? "the active sender" : "\"" + wanted + "\"";
    }

    @Override
    public SenderName current() {
        if (wanted != null) {
            return wanted;
        }
        long now = System.nanoTime();
        if (active == null || now - activeLookedAt > ACTIVE_AGE_NANOS) {
            active = directory.activeName().orElse(null);
            activeLookedAt = now;
        }
        return active;
    }

    @Override
    public Optional<SenderInfo> info() {
        return wanted == null ? directory.active() : directory.find(wanted.text());
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
