package io.github.spout4j.preview;

import io.github.spout4j.Adapter;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Receives every frame of a sender on a thread of its own, and leaves the newest for whoever paints. The sender waits for the one
 * copy that a receiver makes, never for the window.
 */
final class FrameFeed implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final long BETWEEN_REPORTS = 250_000_000;
    private static final long AFTER_TROUBLE = 250_000_000;

    private final Spout spout;
    private final Runnable arrived;
    private final TripleBuffer<Arrival> frames = new TripleBuffer<>(Arrival::new);
    private final Thread thread = Thread.ofPlatform().daemon().name("spout4j preview feed").unstarted(this::run);
    private volatile Optional<String> wanted;
    private volatile Reception reception;
    private volatile long received;
    private volatile boolean closed;
    private boolean shown;
    private long nextReport;

    /**
     * @param wanted  the sender; empty for the active one
     * @param arrived run on the feed's thread when there is another frame, or none any more
     */
    FrameFeed(Spout spout, Optional<String> wanted, Runnable arrived) {
        this.spout = spout;
        this.wanted = wanted;
        this.arrived = arrived;
        reception = Reception.of(wanted);
    }

    void start() {
        thread.start();
    }

    /** The newest frame; one thread may take it. */
    TripleBuffer<Arrival> frames() {
        return frames;
    }

    Reception reception() {
        return reception;
    }

    /** How many frames have come, of all senders together. */
    long received() {
        return received;
    }

    /** Receives another sender from now on; empty for the active one. */
    void follow(Optional<String> sender) {
        if (!sender.equals(wanted)) {
            wanted = sender;
            thread.interrupt();
        }
    }

    /** Ends it; then nobody uses its frames any more. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        Joined.await(thread);
        frames.all().forEach(arrival -> arrival.set(null, 0));
    }

    private void run() {
        while (!closed) {
            Optional<String> name = wanted;
            reception = Reception.of(name);
            shown = false;
            nextReport = System.nanoTime();
            try (SpoutReceiver receiver = name.map(spout::receiver).orElseGet(spout::receiver).open()) {
                while (!closed && name.equals(wanted)) {
                    receive(receiver, name);
                }
            }
        }
    }

    private void receive(SpoutReceiver receiver, Optional<String> name) {
        Thread.interrupted();
        try {
            Optional<SpoutFrame> next = receiver.receive(LOOK);
            if (next.isPresent()) {
                received++;
                hand(next.get());
            }
            if (next.isEmpty() || System.nanoTime() - nextReport >= 0) {
                report(receiver, name);
            }
        } catch (SpoutException e) {
            hand(null);
            reception = new Reception(name, reception.sender(), Optional.empty(), Optional.of(e.getMessage()), false);
            LockSupport.parkNanos(AFTER_TROUBLE);
        }
    }

    private void report(SpoutReceiver receiver, Optional<String> name) {
        nextReport = System.nanoTime() + BETWEEN_REPORTS;
        Optional<SenderInfo> sender = receiver.info();
        if (!shown || sender.isEmpty()) {
            hand(null);
        }
        reception = new Reception(name, sender, sender.flatMap(this::adapter), Optional.empty(), shown);
    }

    /** Looked up when a texture is another one, as it is opened for that. */
    private Optional<Adapter> adapter(SenderInfo sender) {
        boolean known = reception.sender().filter(before -> before.shareHandle() == sender.shareHandle()
                && before.name().equals(sender.name())).isPresent();
        return sender.transport() == Transport.MEMORY
                ? Optional.empty()
                : known ? reception.adapter() : spout.senders().adapterOf(sender);
    }

    private void hand(SpoutFrame frame) {
        shown = frame != null;
        frames.back().set(frame, System.nanoTime());
        frames.publish();
        arrived.run();
    }
}
