package io.github.spout4j.direct;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import io.github.spout4j.engine.OpenSpout;
import java.util.Optional;

/** Spout's protocol in pure Java: runs everywhere. */
public final class DirectEngine implements SpoutEngine {
    static final String NAME = "direct";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Optional<String> unavailable() {
        return LocalSystem.unsupported();
    }

    @Override
    public Spout open() {
        return new OpenSpout(new DirectSession(LocalSystem.get()));
    }
}
