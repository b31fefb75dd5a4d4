package io.github.spout4j.pipewire.engine;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import io.github.spout4j.engine.OpenSpout;
import io.github.spout4j.kernel.NativeAccess;
import io.github.spout4j.pipewire.LibraryFile;
import java.util.Optional;

/** Frames by PipeWire: runs on Linux, where that is. Its senders are seen by OBS, browsers, GStreamer and others. */
public final class PipeWireEngine implements SpoutEngine {
    static final String NAME = "pipewire";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int priority() {
        return 40;
    }

    @Override
    public Optional<String> unavailable() {
        return LibraryFile.isOfThisSystem()
                ? NativeAccess.missing().or(LibraryFile::unavailable)
                : LibraryFile.unavailable();
    }

    @Override
    public Spout open() {
        return new OpenSpout(PipeWireSession::new);
    }
}
