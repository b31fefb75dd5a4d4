package io.github.spout4j.cli;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import java.util.Optional;

/** The direct engine by another name, which tells on standard error when it is opened. */
public final class OtherEngine implements SpoutEngine {
    static final String NAME = "other";
    static final String OPENED = "opened by the other engine";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int priority() {
        return 1;
    }

    @Override
    public Optional<String> unavailable() {
        return Optional.empty();
    }

    @Override
    public Spout open() {
        System.err.println(OPENED);
        return Spout.open("direct");
    }
}
