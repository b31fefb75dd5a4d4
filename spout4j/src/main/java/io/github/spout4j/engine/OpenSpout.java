package io.github.spout4j.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.Finding;
import io.github.spout4j.FrameSync;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.Settings;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.protocol.SenderName;
import java.util.List;
import java.util.function.Function;

/** All that one user has open of an engine. */
public final class OpenSpout implements Spout {
    private final Watch watch = new Watch();
    private final OpenObjects opened = new OpenObjects();
    private final EngineSession session;

    /** @param opening opens the session, which is closed with this; is given what looks around for it */
    public OpenSpout(Function<Watch, EngineSession> opening) {
        session = opening.apply(watch);
    }

    @Override
    public String engine() {
        return session.engine();
    }

    @Override
    public SpoutSender.Builder sender(String name) {
        opened.requireOpen();
        return new SenderBuilder(name(name), this::openSender);
    }

    private SpoutSender openSender(SenderOptions options) {
        opened.requireOpen();
        NamedSender sender = new NamedSender(session, options);
        return opened.add("the sender \"" + sender.listed().name() + "\"", sender,
                ended -> new FrameSender(sender, session.lostMemory(), options.shape(), options.alpha(), ended));
    }

    @Override
    public SpoutReceiver.Builder receiver() {
        opened.requireOpen();
        return new ReceiverBuilder(options -> openReceiver(null, options));
    }

    @Override
    public SpoutReceiver.Builder receiver(String name) {
        opened.requireOpen();
        SenderName wanted = name(name);
        return new ReceiverBuilder(options -> openReceiver(wanted, options));
    }

    private SpoutReceiver openReceiver(SenderName wanted, ReceiverOptions options) {
        opened.requireOpen();
        String receiver = "the receiver of " + (wanted == null ? "the active sender" : "\"" + wanted + "\"");
        Connection connection = new Connection(receiver, wanted, session.finder(receiver, options),
                options.lastFrame(), session.lostMemory());
        Runnable resting = connection::restIfIdle;
        watch.add(resting);
        AutoCloseable resources = () -> {
            watch.remove(resting);
            connection.close();
        };
        return opened.add(receiver, resources,
                ended -> new FrameReceiver(connection, options.alpha(), () -> {
                    watch.remove(resting);
                    ended.run();
                }));
    }

    @Override
    public SenderDirectory senders() {
        opened.requireOpen();
        return session.senders();
    }

    @Override
    public List<Adapter> adapters() {
        opened.requireOpen();
        return session.adapters();
    }

    @Override
    public MemoryBuffer createMemoryBuffer(String name, int capacity) {
        opened.requireOpen();
        SenderName checked = name(name);
        return memoryBuffer(checked, session.createMemoryBuffer(checked, capacity));
    }

    @Override
    public MemoryBuffer openMemoryBuffer(String name) {
        opened.requireOpen();
        SenderName checked = name(name);
        return memoryBuffer(checked, session.openMemoryBuffer(checked));
    }

    private MemoryBuffer memoryBuffer(SenderName name, MemoryBuffer buffer) {
        return opened.add("the memory buffer of \"" + name + "\"", buffer,
                ended -> new SharedMemoryBuffer(buffer, name, session.lostMemory(), ended));
    }

    @Override
    public FrameSync frameSync(String name) {
        opened.requireOpen();
        SenderName checked = name(name);
        var event = session.frameSync(checked);
        return opened.add("the frame sync of \"" + checked + "\"", event,
                ended -> new SharedFrameSync(event, session.lostMemory(), ended));
    }

    @Override
    public Settings settings() {
        opened.requireOpen();
        return session.settings();
    }

    @Override
    public List<Finding> diagnose() {
        opened.requireOpen();
        return session.diagnose();
    }

    private SenderName name(String text) {
        return SenderName.of(text, session.names());
    }

    @Override
    public void close() {
        opened.close();
        watch.close();
        session.close();
    }
}
