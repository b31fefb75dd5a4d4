package io.github.spout4j.cli.send;

import io.github.spout4j.FrameSync;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.SendReport;
import io.github.spout4j.cli.SenderOrder;
import io.github.spout4j.cli.Session;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;

/** A sender with what the user asked of it: pace, number of frames, and frame sync. */
final class Outgoing implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS_FOR_LAST = 50;

    private final Session session;
    private final SpoutSender sender;
    private final FrameSync sync;
    private final long limit;
    private final SendReport report;
    private final Progress progress;
    private double fps = 60;
    private long frames;
    private long dropped;
    private long began;

    private Outgoing(Session session, SpoutSender sender, FrameSync sync, long limit,
            SendReport report) {
        this.session = session;
        this.sender = sender;
        this.sync = sync;
        this.limit = limit;
        this.report = report;
        progress = report.progress();
    }

    /**
     * Opens the sender and says so.
     *
     * @param limit  how many frames at most
     * @param sync   whether each frame waits for a receiver that asks for it
     * @param report where that is said
     */
    static Outgoing open(Session session, SenderOrder order, long limit, boolean sync, SendReport report) {
        Spout spout = session.spout();
        SpoutSender sender = order.open(spout, report);
        return new Outgoing(session, sender, sync ? spout.frameSync(sender.name()) : null, limit, report);
    }

    /**
     * Waits until the last frame's time is over, and sends another.
     *
     * @param frameRate Hz; the frame stays for one interval of it
     * @param frame     sends it; false where it was dropped
     * @return whether more frames are wanted
     */
    boolean send(double frameRate, Predicate<SpoutSender> frame) {
        sender.holdFps(fps); // of the first frame, starts the clock
        if (!awaitRequest()) {
            return false;
        }
        if (frames == 0) {
            began = System.nanoTime();
        }
        fps = frameRate;
        if (!frame.test(sender)) {
            dropped++;
        }
        frames++;
        progress.show(() -> String.format(Locale.ROOT, "%d frames, %.1f fps", frames, sender.fps()));
        return frames < limit && !session.stopping();
    }

    /** Lets the last frame stay for its time, or until a receiver with frame sync has it. */
    void finish() {
        if (session.stopping() || frames == 0) {
            return;
        }
        if (sync == null) {
            sender.holdFps(fps);
            return;
        }
        for (int look = 0; look < LOOKS_FOR_LAST && !session.stopping() && !sync.await(LOOK); look++) {
            // the next look
        }
    }

    @Override
    public void close() {
        progress.close();
        sender.close();
        if (sync != null) {
            sync.close();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        report.ended(frames, frames < 2 ? Double.NaN : frames / seconds, dropped);
    }

    private boolean awaitRequest() {
        if (sync != null) {
            while (!session.stopping() && !sync.await(LOOK)) {
                progress.show(() -> frames + " frames, waiting for a receiver with --sync");
            }
        }
        return !session.stopping();
    }
}
