package io.github.spout4j.pipewire.engine;

import io.github.spout4j.SpoutException;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.pipewire.Daemon;
import io.github.spout4j.pipewire.InputFrame;
import io.github.spout4j.pipewire.Properties;
import io.github.spout4j.pipewire.VideoInput;
import io.github.spout4j.pipewire.VideoNode;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.Loan;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Frames of a node: read where they were written where they can stay, else copied or converted once. */
final class PipeWireReader implements PixelReader {
    /** How long a node that is there may have no link to us before it is asked for anew. */
    private static final long UNLINKED_NANOS = TimeUnit.SECONDS.toNanos(3);
    /** The same for a link that has no buffers or those of the size before, as PipeWire leaves one where a sender of several changes. */
    private static final long LEFT_BEHIND_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Daemon daemon;
    private final SenderName name;
    private final VideoNode node;
    private final boolean numbered;
    private final VideoInput input;
    private final Picture picture;
    private final LentFrames lent;
    /** Where the frame that was given is; null where it is a copy, or none is given. */
    private InputFrame frame;
    private boolean again;
    private long number;
    private long sequence = -1;
    private final long openedAt = System.nanoTime();
    /** When it was seen first that no frame can come, though there is a format. */
    private long stuckSince;
    private boolean stuck;
    private String problem;
    /** Whether the last frame that came could not be read. */
    private boolean refused;

    PipeWireReader(Daemon daemon, SenderName name, VideoNode node) {
        this.daemon = daemon;
        this.name = name;
        this.node = node;
        numbered = node.properties().containsKey(Properties.SPOUT);
        input = new VideoInput(daemon, "spout4j receiver of " + name,
                Map.of(Properties.MEDIA_TYPE, "Video", Properties.MEDIA_CATEGORY, "Capture",
                        Properties.NODE_NAME, "spout4j receiver of " + name,
                        Properties.TARGET_OBJECT, Long.toString(node.serial()),
                        Properties.NODE_DONT_RECONNECT, "true"),
                ReceivedFormat.numbers());
        picture = new Picture(input);
        lent = new LentFrames(input);
    }

    @Override
    public boolean waits() {
        return false;
    }

    @Override
    public Access begin(Form form, long timeoutMillis) {
        if (form == Form.TEXTURE) {
            throw new SpoutException("the sender \"" + name
                    + "\" is received by PipeWire, which gives no Direct3D textures; receive its pixels");
        }
        InputFrame next = input.take();
        if (next == null) {
            return nothingNew();
        }
        long numberOfNext = next.sequence();
        if (numbered && numberOfNext <= sequence) {
            input.giveBack(next, false); // sent once more, for others; or of buffers from before a change
            return again ? given() : Access.UNCHANGED;
        }
        letGo();
        again = false;
        frame = next;
        return take(numberOfNext);
    }

    private Access nothingNew() {
        if (again) {
            return given();
        }
        if (input.ended() || daemon.lost()) {
            return Access.LOST;
        }
        if (input.problem().isPresent()) {
            return hindered(input.problem().get());
        }
        if (!input.negotiated() && System.nanoTime() - openedAt > UNLINKED_NANOS) {
            return hindered(
                    "PipeWire agrees on no format with it: its formats, or the kind of its memory, are none that can "
                            + "be read here, or no session manager such as WirePlumber runs");
        }
        return refused ? Access.HINDERED : Access.UNCHANGED;
    }

    private Access given() {
        again = false;
        return Access.READY;
    }

    private Access take(long numberOfNext) {
        boolean done = false;
        try {
            String wrong = picture.read(frame);
            if (wrong != null) {
                return hindered(wrong);
            }
            done = true;
        } catch (InternalError _) {
            return hindered("its memory has been cut by another program");
        } finally {
            refused = !done;
            if (!done || !picture.inPlace()) {
                letGo();
            }
        }
        count(numberOfNext);
        return Access.READY;
    }

    /** Frames that passed this receiver by are counted where their sender numbers them. */
    private void count(long numberOfNext) {
        long passed = numberOfNext - sequence;
        boolean counts = numberOfNext >= 0 && sequence >= 0 && passed > 0 && passed < Integer.MAX_VALUE;
        if (numbered && numberOfNext > 0) {
            number = numberOfNext;
        } else {
            number += counts ? passed : 1;
        }
        sequence = numberOfNext;
    }

    private void letGo() {
        if (frame != null) {
            InputFrame old = frame;
            frame = null;
            input.giveBack(old, false);
        }
    }

    private Access hindered(String why) {
        problem = "the sender \"" + name + "\" cannot be received: " + why;
        return Access.HINDERED;
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public FrameShape shape() {
        return picture.shape();
    }

    @Override
    public long rowPitch() {
        return picture.rowPitch();
    }

    @Override
    public MemorySegment pixels() {
        return picture.pixels();
    }

    @Override
    public TextureFrame texture() {
        throw new UnsupportedOperationException("PipeWire gives no textures");
    }

    @Override
    public void end() {
        letGo();
    }

    /** Frames that are kept have no gaps between rows, as all others that users get to keep. */
    @Override
    public Loan keep() {
        Loan loan = frame == null || picture.rowPitch() != picture.shape().rowBytes()
                ? null
                : lent.lend(frame, picture.pixels());
        if (loan != null) {
            frame = null;
        }
        return loan;
    }

    @Override
    public void giveBack() {
        again = true;
    }

    @Override
    public boolean await(long timeoutMillis) {
        input.await(TimeUnit.MILLISECONDS.toNanos(timeoutMillis));
        return !Thread.currentThread().isInterrupted();
    }

    @Override
    public boolean rest() {
        long now = System.nanoTime();
        Optional<VideoNode> there = daemon.nodes().find(node.id()).filter(each -> each.serial() == node.serial());
        boolean linked = input.streaming();
        boolean stuckNow = input.negotiated() && (!linked || input.withoutBuffers() || isOfSizeBefore(there));
        stuckSince = stuck && stuckNow ? stuckSince : now;
        stuck = stuckNow;
        return there.isPresent() && (!stuck || now - stuckSince < (linked ? LEFT_BEHIND_NANOS : UNLINKED_NANOS));
    }

    /** What senders of other programs offer does not tell what they send. */
    private boolean isOfSizeBefore(Optional<VideoNode> there) {
        return numbered && there.flatMap(VideoNode::format).filter(offered -> !input.isOf(offered)).isPresent();
    }

    @Override
    public void close() {
        letGo();
        input.close();
        picture.close();
    }
}
