package io.github.spout4j.pipewire;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stream that gives frames: a node, which drives whoever receives of it. One thread at a time begins, writes and publishes; everything
 * else is thread-safe.
 */
public final class VideoOutput implements AutoCloseable {
    private static final int FLAG_DRIVER = 1 << 3;
    private static final int FLAG_RT_PROCESS = 1 << 4;
    private static final int FLAG_ALLOC_BUFFERS = 1 << 8;
    private static final long TIME_BYTES = 56;
    private static final long TIME_QUEUED = 48;
    /** One that receivers look at, one on its way, one that is written, one for who is late. */
    private static final int BUFFERS = 4;
    private static final int FEWEST_BUFFERS = 3;
    private static final long ASK_AGAIN_NANOS = 100_000;

    private final StreamHandle stream;
    private final Runnable news;
    /** Of buffers, between the caller and PipeWire's thread. Whoever has it asks for no lock of PipeWire's. */
    private final Guard guard = new Guard();
    private final List<OutputFrame> frames = new ArrayList<>();
    private final MemorySegment time = Arena.ofAuto().allocate(TIME_BYTES, Long.BYTES);
    /** Those that PipeWire has given us; of what was published last, and of those that are still read, too. */
    private final ArrayDeque<OutputFrame> spare = new ArrayDeque<>();
    /** What was published last: receivers may find it at any time, until another is. */
    private OutputFrame current;
    private long askedAt = System.nanoTime();
    private volatile Offer offer;
    private volatile StreamFormat format;
    /** Of the format; with the loop locked. */
    private PixelFormat pixels;
    private volatile boolean streaming;
    private volatile int timesBegun; // by PipeWire's thread alone
    private volatile boolean ended;
    private volatile String problem;

    /** What is given: one size, in one of some formats. */
    public record Offer(List<SpaFormat> formats, int width, int height) {
        List<Pod> params() {
            return formats.stream().map(each -> StreamFormat.offer(each.number(), width, height)).toList();
        }
    }

    private final class Hearing implements StreamEvents {
        @Override
        public void stateChanged(int state, String error) {
            streaming = state == StreamHandle.STATE_STREAMING;
            timesBegun = streaming ? timesBegun + 1 : timesBegun;
            if (state == StreamHandle.STATE_ERROR) {
                problem = error;
            } else if (state == StreamHandle.STATE_UNCONNECTED) {
                ended = true;
            } else if (streaming) {
                problem = null;
                stream.trigger(); // what was queued before; and PipeWire learns that it is told when to go on
                news.run();
            }
        }

        @Override
        public void paramChanged(int id, long param) {
            if (id == ParamType.FORMAT) {
                StreamFormat now = StreamFormat.read(param);
                pixels = now == null ? null : SpaFormat.of(now.format()).map(SpaFormat::pixels).orElse(null);
                format = pixels == null ? null : now;
                if (format != null) {
                    accept(now, pixels);
                }
            }
        }

        @Override
        public void addBuffer(long buffer) {
            if (format != null) {
                try {
                    add(new OutputFrame(buffer, format, pixels));
                } catch (SpoutException e) {
                    problem = e.getMessage();
                }
            }
        }

        @Override
        public void removeBuffer(long buffer) {
            remove(buffer);
        }

        @Override
        public void process() {
            if (guard.tryLock()) {
                try {
                    collect();
                } finally {
                    guard.unlock();
                }
            } // else the next time
        }

        @Override
        public void closing() {
            ended = true;
            streaming = false;
            removeAll();
        }
    }

    /**
     * Opens it; {@link #nodeId} tells when the daemon has it.
     *
     * @param news run when somebody begins to receive, on PipeWire's thread: it must not wait
     * @throws io.github.spout4j.SpoutException where that fails
     */
    public VideoOutput(Daemon daemon, String name, Map<String, String> properties, Offer offer, Runnable news) {
        this.offer = offer;
        this.news = news;
        stream = StreamHandle.shared(daemon, name, properties, new Hearing());
        boolean done = false;
        try {
            stream.connect(StreamHandle.OUTPUT, FLAG_DRIVER | FLAG_RT_PROCESS | FLAG_ALLOC_BUFFERS, offer.params());
            done = true;
        } finally {
            if (!done) {
                stream.close();
            }
        }
    }

    private void accept(StreamFormat now, PixelFormat pixels) {
        int rowPitch = OutputFrame.rowPitch(now.width(), pixels);
        stream.update(List.of(ParamType.buffers(BUFFERS, FEWEST_BUFFERS, rowPitch * now.height(), rowPitch),
                ParamType.header()));
    }

    private void add(OutputFrame frame) {
        guard.lockOutOfLine();
        try {
            frames.add(frame);
        } finally {
            guard.unlock();
        }
    }

    private void remove(long buffer) {
        guard.lockOutOfLine();
        try {
            for (OutputFrame frame : frames) {
                if (frame.buffer().address() == buffer) {
                    frame.buffer().spoil();
                    frame.buffer().remove();
                }
            }
            frames.removeIf(frame -> frame.buffer().removed());
            spare.removeIf(frame -> frame.buffer().removed());
            current = current == null || current.buffer().removed() ? null : current;
        } finally {
            guard.unlock();
        }
    }

    private void removeAll() {
        guard.lockOutOfLine();
        try {
            frames.forEach(frame -> frame.buffer().remove());
            frames.clear();
            spare.clear();
            current = null;
        } finally {
            guard.unlock();
        }
    }

    /** Its node; -1 while the daemon does not have it. */
    public int nodeId() {
        return stream.nodeId();
    }

    /** Whether somebody receives, so that {@link #begin} can have frames. */
    public boolean streaming() {
        return streaming && format != null;
    }

    /** How many times frames could begin to go, as they can anew after each change of format or size. */
    public int timesBegun() {
        return timesBegun;
    }

    /** Whether it is of no use any more: the daemon has gone or has removed it. */
    public boolean ended() {
        return ended;
    }

    /** What the daemon has said went wrong last; empty where nothing did. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Gives frames of another size or in other formats from now on. */
    public void offer(Offer next) {
        offer = next;
        stream.update(next.params());
    }

    /** Has PipeWire make all buffers anew, for when somebody died and keeps some. */
    public void renew() {
        offer(offer);
    }

    public void update(Map<String, String> properties) {
        stream.update(properties);
    }

    /**
     * Takes what PipeWire has given back. On its thread of frames: that adds to the same list, and so does taking a frame that is still read,
     * of which one would be lost if two did so at once.
     */
    private void collect() {
        for (int tries = frames.size(); tries > 0; tries--) {
            long buffer = LibPipeWire.streamDequeueBuffer(stream.address());
            OutputFrame frame = buffer == 0 ? null : find(buffer);
            if (frame != null) {
                frame.collected(true);
                spare.add(frame);
            }
        }
    }

    /** A frame to write; null while the last one is still on its way, nobody receives or all frames are in use. Allocates nothing. */
    public OutputFrame begin() {
        boolean collects;
        guard.lock();
        try {
            if (!streaming || frames.isEmpty() || isQueued()) {
                return null;
            }
            for (int tries = spare.size(); tries > 0; tries--) {
                OutputFrame frame = spare.poll();
                if (frame != current && frame.buffer().claim()) {
                    frame.hold();
                    return frame;
                }
                spare.add(frame);
            }
            collects = collects(System.nanoTime());
        } finally {
            guard.unlock();
        }
        if (collects) {
            stream.trigger();
        }
        return null;
    }

    /** Whether PipeWire has something to give back, and was not asked just now. */
    private boolean collects(long now) {
        for (int i = 0; now - askedAt > ASK_AGAIN_NANOS && i < frames.size(); i++) {
            OutputFrame frame = frames.get(i);
            if (!frame.collected() && frame != current && !frame.buffer().used()) {
                askedAt = now;
                return true;
            }
        }
        return false;
    }

    /** Whether a frame waits for PipeWire's thread, which gives frames back just before it takes that one. */
    private boolean isQueued() {
        return LibPipeWire.streamGetTime(stream.address(), time) < 0 || time.get(ValueLayout.JAVA_INT, TIME_QUEUED) > 0;
    }

    private OutputFrame find(long buffer) {
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).buffer().address() == buffer) {
                return frames.get(i);
            }
        }
        return null;
    }

    /**
     * Has a frame that was begun go to receivers; the caller still holds it.
     *
     * @param nanos    its time, of {@link System#nanoTime}
     * @param sequence its number
     * @return false where PipeWire has taken the frame away meanwhile
     */
    public boolean publish(OutputFrame frame, long nanos, long sequence) {
        guard.lock();
        try {
            if (frame.buffer().removed()) {
                return false;
            }
            frame.buffer().describe(frame.bytes(), frame.rowPitch(), nanos, sequence);
            current = frame;
            frame.collected(false);
            LibPipeWire.streamQueueBuffer(stream.address(), frame.buffer().address());
        } finally {
            guard.unlock();
        }
        stream.trigger();
        return true;
    }

    /** Once more, for a frame that is on its way too long. */
    public void trigger() {
        stream.trigger();
    }

    /** Takes back a frame that was begun, and does not publish it; the caller still holds it. */
    public void abort(OutputFrame frame) {
        guard.lock();
        try {
            if (!frame.buffer().removed()) {
                spare.add(frame);
            }
        } finally {
            guard.unlock();
        }
    }

    @Override
    public void close() {
        stream.closeAfterWhatIsOnItsWay();
    }
}
