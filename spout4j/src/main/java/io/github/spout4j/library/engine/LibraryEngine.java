package io.github.spout4j.library.engine;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import io.github.spout4j.SpoutException;
import io.github.spout4j.engine.OpenSpout;
import io.github.spout4j.library.SpoutLibrary;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Spout through the official SpoutLibrary.dll: runs on Windows, where that is installed. */
public final class LibraryEngine implements SpoutEngine {
    static final String NAME = "library";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int priority() {
        return 50;
    }

    @Override
    public Optional<String> unavailable() {
        return unsupported().or(LibraryEngine::missing);
    }

    private static Optional<String> unsupported() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return Optional.of("SpoutLibrary.dll runs on Windows alone");
        }
        if (!System.getProperty("os.arch").equals("amd64")) {
            return Optional.of("SpoutLibrary.dll needs a 64-bit Java for x64, and this is one for "
                    + System.getProperty("os.arch"));
        }
        return Optional.empty();
    }

    private static Optional<String> missing() {
        try {
            SpoutLibrary.find();
            return Optional.empty();
        } catch (SpoutException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public Spout open() {
        return open(SpoutLibrary.find());
    }

    @Override
    public Spout open(Path library) {
        unsupported().ifPresent(reason -> {
            throw new SpoutException(reason);
        });
        return new OpenSpout(new LibrarySession(library));
    }
}
