package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import io.github.spout4j.SpoutException;
import java.util.Optional;
import java.util.concurrent.Callable;

/** An engine that never opens. It is the one that Spout takes within a call of {@link #only}, and runs nowhere else. */
public final class ClosedEngine implements SpoutEngine {
    /** What whoever opens it is told. */
    static final String CLOSED = "nothing is opened here";

    private static final ScopedValue<Boolean> WANTED = ScopedValue.newInstance();

    /** Whatever this thread asks Spout to open meanwhile fails. */
    static <T> T only(Callable<T> call) throws Exception {
        return ScopedValue.where(WANTED, true).call(call::call);
    }

    @Override
    public String name() {
        return "closed";
    }

    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Optional<String> unavailable() {
        return WANTED.isBound() ? Optional.empty() : Optional.of("it is for what comes before anything is opened");
    }

    @Override
    public Spout open() {
        throw new SpoutException(CLOSED);
    }
}
