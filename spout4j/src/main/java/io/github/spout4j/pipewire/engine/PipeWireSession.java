package io.github.spout4j.pipewire.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.Finding;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.Settings;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.engine.EngineSession;
import io.github.spout4j.engine.Finder;
import io.github.spout4j.engine.ListedSender;
import io.github.spout4j.engine.ReceiverOptions;
import io.github.spout4j.engine.SenderOptions;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.Utf8Names;
import io.github.spout4j.protocol.FrameSync;
import io.github.spout4j.protocol.SenderName;
import java.util.List;
import java.util.Optional;

/** What one user has of the engine on PipeWire. */
final class PipeWireSession implements EngineSession {
    private final NameEncoding names = new Utf8Names();
    private final Watch watch;
    private final DaemonLink link;
    private final PipeWireDirectory directory;

    PipeWireSession(Watch watch) {
        this.watch = watch;
        link = new DaemonLink(watch);
        directory = new PipeWireDirectory(link, names, watch);
    }

    @Override
    public String engine() {
        return PipeWireEngine.NAME;
    }

    @Override
    public NameEncoding names() {
        return names;
    }

    @Override
    public ListedSender sender(SenderOptions options) {
        String who = "the sender \"" + options.name() + "\"";
        requireMemory(who, options.transport(), options.adapter());
        return new SenderOpening(link, directory, names, watch).open(options);
    }

    private static void requireMemory(String who, Optional<Transport> transport, Optional<Adapter> adapter) {
        if (transport.filter(Transport.TEXTURE::equals).isPresent() || adapter.isPresent()) {
            throw new SpoutException(who + " asks for a shared texture, which PipeWire does not have; leave that away");
        }
    }

    @Override
    public Finder finder(String receiver, ReceiverOptions options) {
        requireMemory(receiver, options.transport(), options.adapter());
        return new PipeWireFinder(link, directory);
    }

    @Override
    public SenderDirectory senders() {
        return directory;
    }

    @Override
    public List<Adapter> adapters() {
        return List.of();
    }

    @Override
    public MemoryBuffer createMemoryBuffer(SenderName name, int capacity) {
        throw lacks("memory buffers");
    }

    @Override
    public MemoryBuffer openMemoryBuffer(SenderName name) {
        throw lacks("memory buffers");
    }

    @Override
    public FrameSync frameSync(SenderName name) {
        throw lacks("frame sync");
    }

    @Override
    public Settings settings() {
        throw lacks("settings of Spout");
    }

    private static SpoutException lacks(String what) {
        return new SpoutException("PipeWire has no " + what + "; the engine \"direct\" has");
    }

    @Override
    public List<Finding> diagnose() {
        return new PipeWireDiagnosis(link, directory).findings();
    }

    @Override
    public void close() {
        link.close();
    }
}
