package io.github.spout4j.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.Alpha;
import io.github.spout4j.LastFrame;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.Transport;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Gathers what a user asks a receiver for. */
final class ReceiverBuilder implements SpoutReceiver.Builder {
    private final Function<ReceiverOptions, SpoutReceiver> opener;
    private Alpha alpha = Alpha.STRAIGHT;
    private Optional<Transport> transport = Optional.empty();
    private ReceiveMode mode = ReceiveMode.LOWEST_LATENCY;
    private Optional<Adapter> adapter = Optional.empty();
    private LastFrame lastFrame = LastFrame.KEEP;

    ReceiverBuilder(Function<ReceiverOptions, SpoutReceiver> opener) {
        this.opener = opener;
    }

    @Override
    public SpoutReceiver.Builder alpha(Alpha newAlpha) {
        alpha = Objects.requireNonNull(newAlpha, "alpha");
        return this;
    }

    @Override
    public SpoutReceiver.Builder transport(Transport newTransport) {
        transport = Optional.of(Objects.requireNonNull(newTransport, "transport"));
        return this;
    }

    @Override
    public SpoutReceiver.Builder mode(ReceiveMode newMode) {
        mode = Objects.requireNonNull(newMode, "mode");
        return this;
    }

    @Override
    public SpoutReceiver.Builder adapter(Adapter newAdapter) {
        adapter = Optional.of(Objects.requireNonNull(newAdapter, "adapter"));
        return this;
    }

    @Override
    public SpoutReceiver.Builder whenSenderGoes(LastFrame newLastFrame) {
        lastFrame = Objects.requireNonNull(newLastFrame, "lastFrame");
        return this;
    }

    @Override
    public SpoutReceiver open() {
        return opener.apply(new ReceiverOptions(alpha, transport, mode, adapter, lastFrame));
    }
}
