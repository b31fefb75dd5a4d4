package io.github.spout4j.direct;

import io.github.spout4j.Adapter;
import io.github.spout4j.Finding;
import io.github.spout4j.FrameSync;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.Settings;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.engine.Connection;
import io.github.spout4j.engine.FrameReceiver;
import io.github.spout4j.engine.FrameSender;
import io.github.spout4j.engine.OpenObjects;
import io.github.spout4j.engine.ReceiverBuilder;
import io.github.spout4j.engine.ReceiverOptions;
import io.github.spout4j.engine.SenderBuilder;
import io.github.spout4j.engine.SenderOptions;
import io.github.spout4j.engine.SharedFrameSync;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.protocol.InfoReading;
import io.github.spout4j.protocol.SenderInfoMap;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderRegistration;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.protocol.SpoutSettings;
import io.github.spout4j.texture.TextureSystem;
import io.github.spout4j.transport.PixelWriter;
import java.util.List;

/** All that one user of the direct engine has open. */
final class DirectSpout implements Spout {
    private final LocalSystem local;
    private final KernelSystem system;
    private final SenderNames names;
    private final SpoutSettings settings;
    private final Watch watch = new Watch();
    private final OpenObjects opened = new OpenObjects();

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
        opened.requireOpen();
        SenderName checked = name(name);
        return new SenderBuilder(checked, this::openSender);
    }

    private SpoutSender openSender(SenderOptions options) {
        opened.requireOpen();
        SenderOpening.Opened sender = new SenderOpening(local, names, settings).open(options);
        SenderRegistration registration = sender.registration();
        PixelWriter writer = sender.writer();
        Relisting relisting = new Relisting(registration);
        watch.add(relisting);
        AutoCloseable resources = () -> {
            watch.remove(relisting);
            try (writer; registration) {
                // both end: the name first
            }
        };
        return opened.add("the sender \"" + registration.name() + "\"", resources,
                ended -> new FrameSender(registration.name().text(), registration::close, writer, options.shape(),
                        options.alpha(),
                        () -> {
                            watch.remove(relisting);
                            ended.run();
                        }));
    }

    @Override
    public SpoutReceiver.Builder receiver() {
        opened.requireOpen();
        return new ReceiverBuilder(options -> openReceiver(null, options));
    }

    @Override
    public SpoutReceiver.Builder receiver(String name) {
        opened.requireOpen();
        SenderName checked = name(name);
        return new ReceiverBuilder(options -> openReceiver(checked, options));
    }

    private SpoutReceiver openReceiver(SenderName wanted, ReceiverOptions options) {
        opened.requireOpen();
        SenderFinder finder = new SenderFinder(local, names, wanted, options);
        Connection connection = new Connection(finder);
        Runnable resting = connection::restIfIdle;
        watch.add(resting);
        AutoCloseable resources = () -> {
            watch.remove(resting);
            connection.close();
        };
        return opened.add("the receiver of " + finder.describe(), resources,
                ended -> new FrameReceiver(connection, options.alpha(), () -> {
                    watch.remove(resting);
                    ended.run();
                }));
    }

    @Override
    public SenderDirectory senders() {
        opened.requireOpen();
        return new Directory(local, names, watch);
    }

    @Override
    public List<Adapter> adapters() {
        opened.requireOpen();
        return local.textures().map(TextureSystem::adapters).orElse(List.of());
    }

    @Override
    public MemoryBuffer createMemoryBuffer(String name, int capacity) {
        opened.requireOpen();
        SenderName checked = bufferName(name);
        return memoryBuffer(DirectMemoryBuffer.create(system.objects(), checked, capacity), checked);
    }

    @Override
    public MemoryBuffer openMemoryBuffer(String name) {
        opened.requireOpen();
        SenderName checked = bufferName(name);
        return memoryBuffer(DirectMemoryBuffer.open(system.objects(), checked), checked);
    }

    private MemoryBuffer memoryBuffer(io.github.spout4j.protocol.MemoryBuffer buffer, SenderName name) {
        return opened.add("the memory buffer of \"" + name + "\"", buffer,
                ended -> new DirectMemoryBuffer(buffer, name, ended));
    }

    private SenderName bufferName(String name) {
        SenderName checked = name(name);
        if (SenderInfoMap.read(system, checked) instanceof InfoReading.Usable(SharedTextureInfo info)
                && info.shareHandle() == 0) {
            throw new SpoutException("the sender \"" + checked
                    + "\" can have no memory buffer: it uses memory share, which has the same name; choose another name");
        }
        return checked;
    }

    @Override
    public FrameSync frameSync(String name) {
        opened.requireOpen();
        SenderName checked = name(name);
        var event = new io.github.spout4j.protocol.FrameSync(system.objects(), checked);
        return opened.add("the frame sync of \"" + checked + "\"", event, ended -> new SharedFrameSync(event, ended));
    }

    @Override
    public Settings settings() {
        opened.requireOpen();
        return new DirectSettings(settings);
    }

    @Override
    public List<Finding> diagnose() {
        opened.requireOpen();
        return new Diagnosis(local, names, settings).findings();
    }

    private SenderName name(String name) {
        return SenderName.of(name, system.names());
    }

    @Override
    public void close() {
        opened.close();
        watch.close();
        names.close();
    }
}
