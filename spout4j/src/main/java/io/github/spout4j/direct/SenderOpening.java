package io.github.spout4j.direct;

import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.d3d11.StagingTexture.Purpose;
import io.github.spout4j.engine.ListedSender;
import io.github.spout4j.engine.LostMemory;
import io.github.spout4j.engine.ParallelWriter;
import io.github.spout4j.engine.SenderOptions;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.memoryshare.MemoryShareWriter;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderRegistration;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.protocol.SpoutSettings;
import io.github.spout4j.texture.SharedTexture;
import io.github.spout4j.texture.TextureSystem;
import io.github.spout4j.texture.TextureWriter;
import io.github.spout4j.ring.RingWriter;
import io.github.spout4j.transport.PixelWriter;
import io.github.spout4j.transport.PublishedInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Chooses a sender's way for pixels, and registers the sender with it. */
record SenderOpening(LocalSystem system, SenderNames names, SpoutSettings settings, Watch watch,
        LostMemory lost) {
    private static final System.Logger LOG = System.getLogger("io.github.spout4j");

    /** A sender that is in the directory, with the way of its pixels; both are to be closed. */
    private record Opened<W extends PixelWriter>(SenderRegistration registration, W writer) {
        ListedSender listed(Watch watch, LostMemory lost) {
            return new ListedSender(registration.name().text(), Optional.empty(),
                    new DirectListing(watch, lost, List.of(registration)), writer);
        }
    }

    /** @throws SpoutException where the transport that was asked for does not work here, or the directory is full */
    ListedSender open(SenderOptions options) {
        Transport transport = options.transport().orElseGet(this::best);
        if (transport == Transport.MEMORY) {
            return byMemory(options).listed(watch, lost);
        }
        system.texturesUnavailable().ifPresent(reason -> {
            throw new SpoutException("the sender \"" + options.name()
                    + "\" cannot share a texture here: " + reason + "; open it with memory share");
        });
        TextureSystem textures = system.textures().orElseThrow();
        if (options.transport().isPresent()) {
            return byTexture(textures, options);
        }
        SharedTexture texture;
        try {
            texture = textures.make(options.shape(), options.adapter(), options.sharing());
        } catch (SpoutException e) {
            LOG.log(System.Logger.Level.WARNING,
                    "the sender \"{0}\" uses memory share, since no texture could be made: {1}",
                    options.name(), e.getMessage());
            return byMemory(options).listed(watch, lost);
        }
        return byTexture(textures, options, texture);
    }

    /** Memory share where Spout's settings ask for it, or textures do not work. */
    private Transport best() {
        return settings.memoryShare() || system.texturesUnavailable().isPresent()
                ? Transport.MEMORY
                : Transport.TEXTURE;
    }

    private ListedSender byTexture(TextureSystem textures, SenderOptions options) {
        return byTexture(textures, options, textures.make(options.shape(), options.adapter(), options.sharing()));
    }

    private ListedSender byTexture(TextureSystem textures, SenderOptions options, SharedTexture texture) {
        Opened<TextureWriter> opened;
        try {
            opened = register(options, OwnInfo.ofTexture(texture.shape(), texture.shareHandle()), false,
                    registration -> new TextureWriter(textures, system.kernel().objects(), registration.name(),
                            settings.countsFrames(),
                            (shape, handle) -> registration.publish(OwnInfo.ofTexture(shape, handle)), texture,
                            options.adapter(), options.sharing(),
                            options.alsoMemory() ? Purpose.WRITE_AND_READ : Purpose.WRITE));
        } catch (RuntimeException | Error e) {
            texture.close();
            throw e;
        }
        return options.alsoMemory() ? alsoByMemory(opened, options) : opened.listed(watch, lost);
    }

    private ListedSender alsoByMemory(Opened<TextureWriter> first, SenderOptions options) {
        try {
            SenderName name = names.beside(first.registration().name());
            Opened<PixelWriter> second = byMemory(
                    options.as(name, options.shape(), Transport.MEMORY, false));
            return new ListedSender(first.registration().name().text(),
                    Optional.of(second.registration().name().text()),
                    new DirectListing(watch, lost, List.of(second.registration(), first.registration())),
                    new ParallelWriter(first.writer(), first.writer()::read, second.writer()));
        } catch (RuntimeException | Error e) {
            first.listed(watch, lost).close();
            throw e;
        }
    }

    /** By a ring where frames are counted: others cannot be told apart by their numbers. */
    private Opened<PixelWriter> byMemory(SenderOptions options) {
        boolean ring = system.rings() && settings.countsFrames();
        KernelObjects objects = system.kernel().objects();
        return register(options, OwnInfo.ofMemory(options.shape()), ring, registration -> {
            PublishedInfo info = (shape, _) -> registration.publish(OwnInfo.ofMemory(shape));
            return ring
                    ? RingWriter.open(objects, registration.name(), info)
                    : MemoryShareWriter.open(objects, registration.name(), settings.countsFrames(), info,
                            system.memoryShareBytes());
        });
    }

    private <W extends PixelWriter> Opened<W> register(SenderOptions options, SharedTextureInfo info, boolean ring,
            Function<SenderRegistration, W> writer) {
        SenderRegistration registration = names.register(options.name(), info,
                new SenderTraits(true, settings.countsFrames(), ring), options.activated());
        try {
            return new Opened<>(registration, writer.apply(registration));
        } catch (RuntimeException | Error e) {
            registration.close();
            throw e;
        }
    }
}
