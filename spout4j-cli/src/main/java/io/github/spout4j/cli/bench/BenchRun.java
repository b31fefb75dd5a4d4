package io.github.spout4j.cli.bench;

import io.github.spout4j.PixelLayout;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutReceiver.ReceiveResult;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.FrameCounts;
import io.github.spout4j.cli.PixelWay;
import io.github.spout4j.cli.Session;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A sender and a receiver of this process, timed in turn with copies of the same bytes, so that all meet the same machine. */
final class BenchRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_NANOS = 50_000;
    /** Where nobody tells. */
    private static final long SURELY_PUBLISHED_NANOS = 2_000_000;
    private static final int FEWEST = 3;
    /** The share of the time for Java to get fast. */
    private static final double WARM_UP = 0.3;

    private final Session session;
    private final Spout spout;
    private final BenchCase what;
    private final SpoutSender sender;
    private final SpoutReceiver receiver;
    private final BenchFrames frames;
    private final PixelLayout layout;
    private Median memcpy = new Median();
    private Median upload = new Median();
    private Median share = new Median();
    private Median readBack = new Median();

    private BenchRun(Session session, BenchCase what, SpoutSender sender, SpoutReceiver receiver,
            BenchFrames frames) {
        this.session = session;
        spout = session.spout();
        this.what = what;
        this.sender = sender;
        this.receiver = receiver;
        this.frames = frames;
        layout = PixelLayout.of(what.format());
    }

    /** @throws io.github.spout4j.SpoutException where that transport does not work here */
    static BenchRun open(Session session, PixelWay way, BenchCase what) {
        Spout spout = session.spout();
        BenchFrames frames = new BenchFrames(what.size(), what.format());
        SpoutSender sender = null;
        try {
            sender = way.of(spout, spout.sender("spout bench " + ProcessHandle.current().pid()))
                    .size(what.size().width(), what.size().height()).format(what.format()).transport(what.transport())
                    .open();
            return new BenchRun(session, what, sender, spout.receiver(sender.name()).open(), frames);
        } catch (RuntimeException | Error e) {
            frames.close();
            if (sender != null) {
                sender.close();
            }
            throw e;
        }
    }

    /** Measures for that time, but a few rounds at least; ends early where the user ends the command. */
    BenchResult measure(Duration time) {
        receiver.info(); // so that the receiver knows the size
        rounds(time.toNanos() * WARM_UP);
        memcpy = new Median();
        upload = new Median();
        share = new Median();
        readBack = new Median();
        rounds(time.toNanos() * (1 - WARM_UP));
        return new BenchResult(what, sender.adapter(), memcpy.count(), memcpy.micros(), upload.micros(),
                share.micros(), readBack.micros());
    }

    private void rounds(double nanos) {
        long start = System.nanoTime();
        for (int done = 0; (done < FEWEST || System.nanoTime() - start < nanos) && !session.stopping(); done++) {
            copy();
            step();
            endToEnd();
        }
    }

    private void copy() {
        long start = System.nanoTime();
        frames.memcpy();
        memcpy.add(System.nanoTime() - start);
    }

    private void step() {
        MemorySegment source = frames.source();
        long start = System.nanoTime();
        boolean sent = sender.send(source);
        upload.add(System.nanoTime() - start);
        requireSent(sent);
        awaitPublished();
        long look = System.nanoTime();
        ReceiveResult result = receiver.receiveInto(frames.target(), layout, PATIENCE);
        readBack.add(System.nanoTime() - look);
        requireReceived(result);
    }

    private void endToEnd() {
        MemorySegment source = frames.source();
        long start = System.nanoTime();
        boolean sent = sender.send(source);
        ReceiveResult result = receiver.receiveInto(frames.target(), layout, PATIENCE);
        share.add(System.nanoTime() - start);
        requireSent(sent);
        requireReceived(result);
    }

    private void awaitPublished() {
        if (FrameCounts.inFramesAlone(spout)) {
            LockSupport.parkNanos(SURELY_PUBLISHED_NANOS);
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (published() < sender.frameCount() && !session.stopping()) {
            if (System.nanoTime() > deadline) {
                throw CommandException.failed(published() == 0
                        ? "frames are not counted here, so it is not seen when one is there; switch counting on: spout "
                                + "settings framecount=on"
                        : what + ": a frame did not get to where receivers look within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private long published() {
        return spout.senders().find(sender.name()).map(SenderInfo::frame).orElse(0L);
    }

    private void requireSent(boolean sent) {
        if (!sent && !session.stopping()) {
            throw CommandException.failed(what + ": a frame was dropped, since another program holds the last one");
        }
    }

    private void requireReceived(ReceiveResult result) {
        if (result != ReceiveResult.FRAME && !session.stopping()) {
            throw CommandException.failed(what + ": no frame was received within " + PATIENCE.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        receiver.close();
        sender.close();
        frames.close();
    }
}
