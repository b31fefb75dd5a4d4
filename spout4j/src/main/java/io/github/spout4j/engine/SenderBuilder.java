package io.github.spout4j.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Gathers what a user asks a sender for. */
final class SenderBuilder implements SpoutSender.Builder {
    private final SenderName name;
    private final Function<SenderOptions, SpoutSender> opener;
    private FrameShape size;
    private PixelFormat format = PixelFormat.RGBA8;
    private Alpha alpha = Alpha.STRAIGHT;
    private Optional<Transport> transport = Optional.empty();
    private Optional<Adapter> adapter = Optional.empty();
    private Texture.Sharing sharing = Texture.Sharing.PLAIN;
    private boolean alsoMemory;
    private boolean camera;

    SenderBuilder(SenderName name, Function<SenderOptions, SpoutSender> opener) {
        this.name = name;
        this.opener = opener;
    }

    @Override
    public SpoutSender.Builder size(int width, int height) {
        size = new FrameShape(width, height, format);
        return this;
    }

    @Override
    public SpoutSender.Builder format(PixelFormat newFormat) {
        format = Objects.requireNonNull(newFormat, "format");
        return this;
    }

    @Override
    public SpoutSender.Builder alpha(Alpha newAlpha) {
        alpha = Objects.requireNonNull(newAlpha, "alpha");
        return this;
    }

    @Override
    public SpoutSender.Builder transport(Transport newTransport) {
        transport = Optional.of(Objects.requireNonNull(newTransport, "transport"));
        return this;
    }

    @Override
    public SpoutSender.Builder adapter(Adapter newAdapter) {
        adapter = Optional.of(Objects.requireNonNull(newAdapter, "adapter"));
        return this;
    }

    @Override
    public SpoutSender.Builder keyedMutex() {
        sharing = Texture.Sharing.KEYED;
        return this;
    }

    @Override
    public SpoutSender.Builder alsoMemory() {
        alsoMemory = true;
        return this;
    }

    @Override
    public SpoutSender.Builder camera() {
        camera = true;
        return this;
    }

    @Override
    public SpoutSender open() {
        if (size == null) {
            throw new IllegalStateException("the sender \"" + name + "\" has no size; call size(width, height)");
        }
        FrameShape shape = new FrameShape(size.width(), size.height(), format);
        return opener.apply(
                new SenderOptions(name, shape, alpha, transport, adapter, sharing, alsoMemory, camera, true));
    }
}
