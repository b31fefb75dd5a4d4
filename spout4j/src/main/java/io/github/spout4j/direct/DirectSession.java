package io.github.spout4j.direct;

import io.github.spout4j.Adapter;
import io.github.spout4j.Finding;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.Settings;
import io.github.spout4j.engine.EngineSession;
import io.github.spout4j.engine.Finder;
import io.github.spout4j.engine.ListedSender;
import io.github.spout4j.engine.ReceiverOptions;
import io.github.spout4j.engine.SenderOptions;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.protocol.FrameSync;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderRegistration;
import io.github.spout4j.protocol.SpoutSettings;
import io.github.spout4j.texture.TextureSystem;
import java.util.List;

/** What one user has of the direct engine. */
final class DirectSession implements EngineSession {
    private final LocalSystem local;
    private final KernelSystem system;
    private final SenderNames names;
    private final SpoutSettings settings;
    private final Watch watch = new Watch();

    DirectSession(LocalSystem local) {
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
    public NameEncoding names() {
        return system.names();
    }

    @Override
    public Watch watch() {
        return watch;
    }

    @Override
    public ListedSender sender(SenderOptions options) {
        SenderOpening.Opened sender = new SenderOpening(local, names, settings).open(options);
        SenderRegistration registration = sender.registration();
        Relisting relisting = new Relisting(registration);
        watch.add(relisting);
        return new ListedSender(registration.name().text(), () -> {
            watch.remove(relisting);
            registration.close();
        }, sender.writer());
    }

    @Override
    public Finder finder(SenderName wanted, ReceiverOptions options) {
        return new SenderFinder(local, names, wanted, options);
    }

    @Override
    public SenderDirectory senders() {
        return new Directory(local, names, watch);
    }

    @Override
    public List<Adapter> adapters() {
        return local.textures().map(TextureSystem::adapters).orElse(List.of());
    }

    @Override
    public MemoryBuffer createMemoryBuffer(SenderName name, int capacity) {
        return DirectMemoryBuffer.create(system, name, capacity);
    }

    @Override
    public MemoryBuffer openMemoryBuffer(SenderName name) {
        return DirectMemoryBuffer.open(system, name);
    }

    @Override
    public FrameSync frameSync(SenderName name) {
        return new FrameSync(system.objects(), name);
    }

    @Override
    public Settings settings() {
        return new DirectSettings(settings);
    }

    @Override
    public List<Finding> diagnose() {
        return new Diagnosis(local, names, settings).findings();
    }

    @Override
    public void close() {
        names.close();
    }
}
