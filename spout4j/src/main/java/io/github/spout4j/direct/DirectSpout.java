package io.github.spout4j.direct;

import io.github.spout4j.DataBuffer;
import io.github.spout4j.Finding;
import io.github.spout4j.FrameSync;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.Settings;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.memoryshare.MemoryShareWriter;
import io.github.spout4j.protocol.FrameCount;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderRegistration;
import io.github.spout4j.protocol.SpoutSettings;
import io.github.spout4j.transport.FrameShape;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All that one user of the direct engine has open. */
final class DirectSpout implements Spout {
    private final LocalSystem local;
    private final KernelSystem system;
    private final SenderNames names;
    private final SpoutSettings settings;
    private final Watch watch = new Watch();
    private final Set<AutoCloseable> opened = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    DirectSpout(LocalSystem local) {
        this.local = local;
        system = local.kernel();
        names = new SenderNames(system);
        settings = new SpoutSettings(system.settings());
    }

    @Override
    public String engine() {
        return DirectEngine.NAME;
    }

    @Override
    public SpoutSender.Builder sender(String name) {
        SenderName checked = name(name);
        return new SpoutSender.Builder() {
            private FrameShape shape;
            private PixelFormat format = PixelFormat.RGBA8;

            @Override
            public SpoutSender.Builder size(int width, int height) {
                shape = new FrameShape(width, height, format);
                return this;
            }

            @Override
            public SpoutSender.Builder format(PixelFormat newFormat) {
                format = Objects.requireNonNull(newFormat, "format");
                return this;
            }

            @Override
            public SpoutSender open() {
                if (shape == null) {
                    throw new IllegalStateException(
                            "the sender \"" + checked + "\" has no size; call size(width, height)");
                }
                return openSender(checked, new FrameShape(shape.width(), shape.height(), format));
            }
        };
    }

    private SpoutSender openSender(SenderName wanted, FrameShape shape) {
        requireOpen();
        SenderRegistration registration = names.register(wanted, MemoryShareInfo.of(shape));
        try {
            SenderName name = registration.name();
            Optional<FrameCount> count = settings.countsFrames()
                    ? Optional.of(new FrameCount(system.objects(), name))
                    : Optional.empty();
            MemoryShareWriter writer = new MemoryShareWriter(system.objects(), name, count,
                    (next, _) -> registration.publish(MemoryShareInfo.of(next)), local.memoryShareBytes());
            return track(new DirectSender(registration, writer, shape, opened::remove));
        } catch (RuntimeException | Error e) {
            registration.close();
            throw e;
        }
    }

    @Override
    public SpoutReceiver.Builder receiver() {
        return () -> openReceiver(null);
    }

    @Override
    public SpoutReceiver.Builder receiver(String name) {
        SenderName checked = name(name);
        return () -> openReceiver(checked);
    }

    private SpoutReceiver openReceiver(SenderName wanted) {
        requireOpen();
        DirectReceiver receiver = new DirectReceiver(new SenderFinder(local, names, wanted), this::forget);
        watch.add(receiver.resting());
        return track(receiver);
    }

    private void forget(DirectReceiver receiver) {
        watch.remove(receiver.resting());
        opened.remove(receiver);
    }

    @Override
    public SenderDirectory senders() {
        requireOpen();
        return new Directory(system, names, watch);
    }

    @Override
    public DataBuffer createDataBuffer(String name, int capacity) {
        requireOpen();
        return track(DirectDataBuffer.create(system.objects(), name(name), capacity, opened::remove));
    }

    @Override
    public DataBuffer openDataBuffer(String name) {
        requireOpen();
        return track(DirectDataBuffer.open(system.objects(), name(name), opened::remove));
    }

    @Override
    public FrameSync frameSync(String name) {
        requireOpen();
        return track(new DirectFrameSync(system.objects(), name(name), opened::remove));
    }

    @Override
    public Settings settings() {
        return new DirectSettings(settings);
    }

    @Override
    public List<Finding> diagnose() {
        requireOpen();
        return new Diagnosis(system, names, settings).findings();
    }

    private <T extends AutoCloseable> T track(T object) {
        opened.add(object);
        return object;
    }

    private SenderName name(String name) {
        return SenderName.of(name, system.names());
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("Spout is closed");
        }
    }

    @Override
    public void close() {
        open = false;
        for (AutoCloseable object : opened) {
            Closing.quietly(object);
        }
        watch.close();
        names.close();
    }
}
