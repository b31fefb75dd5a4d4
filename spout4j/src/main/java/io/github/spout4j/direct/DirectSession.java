package io.github.spout4j.direct;

import io.github.spout4j.Adapter;
import io.github.spout4j.Finding;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.Settings;
import io.github.spout4j.engine.EngineSession;
import io.github.spout4j.engine.Finder;
import io.github.spout4j.engine.ListedSender;
import io.github.spout4j.engine.LostMemory;
import io.github.spout4j.engine.ReceiverOptions;
import io.github.spout4j.engine.SenderOptions;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.protocol.FrameSync;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SpoutSettings;
import io.github.spout4j.texture.TextureSystem;
import java.util.List;

/** What one user has of the direct engine. */
final class DirectSession implements EngineSession {
    private final LocalSystem local;
    private final KernelSystem system;
    private final SenderNames names;
    private final SpoutSettings settings;
    private final Watch watch;
    private final LostMemory lost;

    DirectSession(LocalSystem local, Watch watch) {
        this.local = local;
        this.watch = watch;
        system = local.kernel();
        lost = new LostMemory(system.objects());
        names = new SenderNames(system);
        settings = new SpoutSettings(system.settings());
    }

    @Override
    public String engine() {
        return DirectEngine.NAME;
    }

    @Override
    public LostMemory lostMemory() {
        return lost;
    }

    @Override
    public NameEncoding names() {
        return system.names();
    }

    @Override
    public ListedSender sender(SenderOptions options) {
        options.requireNoCamera(DirectEngine.NAME);
        return lost.look(() -> new SenderOpening(local, names, settings, watch, lost).open(options));
    }

    @Override
    public Finder finder(String receiver, ReceiverOptions options) {
        return new SenderFinder(local, names, options);
    }

    @Override
    public SenderDirectory senders() {
        return new Directory(local, names, watch, lost);
    }

    @Override
    public List<Adapter> adapters() {
        return local.textures().map(TextureSystem::adapters).orElse(List.of());
    }

    @Override
    public MemoryBuffer createMemoryBuffer(SenderName name, int capacity) {
        return lost.look(() -> DirectMemoryBuffer.create(system, name, capacity));
    }

    @Override
    public MemoryBuffer openMemoryBuffer(SenderName name) {
        return lost.look(() -> DirectMemoryBuffer.open(system, name));
    }

    @Override
    public FrameSync frameSync(SenderName name) {
        return lost.look(() -> new FrameSync(system.objects(), name));
    }

    @Override
    public Settings settings() {
        return new DirectSettings(settings);
    }

    @Override
    public List<Finding> diagnose() {
        return lost.look(() -> new Diagnosis(local, names, settings).findings());
    }

    @Override
    public void close() {
        lost.run(names::close);
    }
}
