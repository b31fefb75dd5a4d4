package io.github.spout4j.direct;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.engine.ConnectResult;
import io.github.spout4j.engine.Finder;
import io.github.spout4j.engine.ReceiverOptions;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NotNowException;
import io.github.spout4j.memoryshare.MemoryShareReader;
import io.github.spout4j.protocol.InfoReading;
import io.github.spout4j.protocol.SenderInfoMap;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.ring.RingReader;
import io.github.spout4j.texture.TextureReader;
import io.github.spout4j.transport.PixelReader;
import java.util.Optional;

/** Finds senders by the protocol. */
record SenderFinder(LocalSystem system, SenderNames names, ReceiverOptions options) implements Finder {
    @Override
    public Optional<SenderName> active() {
        return names.active().get();
    }

    @Override
    public Optional<SenderInfo> info(SenderName name) {
        return SenderInfos.find(system.kernel(), names, name);
    }

    @Override
    public ConnectResult connect(SenderName name) {
        return switch (SenderInfoMap.read(system.kernel(), name)) {
            case InfoReading.Missing _ -> ConnectResult.ABSENT;
            case InfoReading.Unusable(String problem) -> hindered(name, problem);
            case InfoReading.Usable(SharedTextureInfo info) -> connect(name, info);
        };
    }

    private static ConnectResult hindered(SenderName name, String problem) {
        return new ConnectResult.Hindered("the sender \"" + name + "\" cannot be received: " + problem);
    }

    private ConnectResult connect(SenderName name, SharedTextureInfo info) {
        Transport offered = info.shareHandle() != 0 ? Transport.TEXTURE : Transport.MEMORY;
        if (options.transport().filter(insisted -> insisted != offered).isPresent()) {
            throw new SpoutException("the sender \"" + name + "\" offers " + offered.description()
                    + ", and this receiver insists on " + options.transport().get().description());
        }
        if (offered == Transport.TEXTURE && system.textures().isEmpty()) {
            throw new SpoutException("the sender \"" + name
                    + "\" sends a shared texture, which needs Direct3D 11 and so Windows; switch the sender to memory share");
        }
        try {
            return new ConnectResult.Connected(offered == Transport.MEMORY ? byMemory(name) : byTexture(name));
        } catch (NotNowException e) {
            throw e;
        } catch (SpoutException e) {
            return hindered(name, e.getMessage()); // an object of another kind has the name of one of the sender's
        }
    }

    private PixelReader byMemory(SenderName name) {
        SenderTraits traits = SenderTraits.read(objects(), name);
        return traits.ring()
                ? new RingReader(objects(), name, traits)
                : new MemoryShareReader(objects(), name, traits, system.memoryShareBytes());
    }

    private PixelReader byTexture(SenderName name) {
        return new TextureReader(system.textures().orElseThrow(), objects(), name, SenderTraits.read(objects(), name),
                options.mode(), options.adapter());
    }

    private KernelObjects objects() {
        return system.kernel().objects().impatient();
    }

    @Override
    public void close() {
        // the readers have all that is to be closed
    }
}
