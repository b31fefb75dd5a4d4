package io.github.spout4j.pipewire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A stream that takes frames of a node. It keeps the newest alone. One thread at a time {@link #take}s, reads, ends and waits; everything
 * else is thread-safe. Allocates nothing for a frame.
 */
public final class VideoInput implements AutoCloseable {
    private static final int FLAG_AUTOCONNECT = 1 << 0;
    private static final int FLAG_RT_PROCESS = 1 << 4;
    private static final int FLAG_DONT_RECONNECT = 1 << 7;
    private static final int BUFFERS = 4;
    private static final int FEWEST_BUFFERS = 2;
    /** One that is written, one on its way, one that nobody has taken yet. */
    private static final int UNKEPT = 3;
    private static final boolean QUEUES = LibraryFile.isAtLeast(1, 5, 81);

    private final StreamHandle stream;
    /** Of buffers, between the caller and PipeWire's threads. Whoever has it asks for no lock of PipeWire's. */
    private final Guard guard = new Guard();
    private final List<InputFrame> frames = new ArrayList<>();
    /** The newest that nobody has taken; null where there is none. */
    private InputFrame newest;
    private int kept;
    private int arrived;
    private volatile int arrivals; // by PipeWire's thread alone
    private volatile Thread waiting;
    private volatile StreamFormat format;
    private volatile boolean streaming;
    private volatile boolean ended;
    private volatile String problem;
    private volatile String unreadable;

    private final class Hearing implements StreamEvents {
        @Override
        public void stateChanged(int state, String error) {
            streaming = state == StreamHandle.STATE_STREAMING;
            if (state == StreamHandle.STATE_ERROR) {
                problem = error;
            } else if (state == StreamHandle.STATE_UNCONNECTED) {
                ended = true;
            } else if (streaming) {
                problem = null;
            }
            wake();
        }

        @Override
        public void paramChanged(int id, long param) {
            if (id == ParamType.FORMAT) {
                format = StreamFormat.read(param);
                unreadable = null;
                if (format != null) {
                    stream.update(List.of(ParamType.buffers(BUFFERS, FEWEST_BUFFERS), ParamType.header()));
                }
            }
        }

        @Override
        public void addBuffer(long buffer) {
            StreamBuffer made = StreamBuffer.toRead(buffer);
            StreamFormat now = format;
            if (made == null || now == null) {
                unreadable = "its frames are in memory that cannot be read here, such as that of a graphics card";
                return;
            }
            unreadable = null;
            guard.lockOutOfLine();
            try {
                frames.add(new InputFrame(made, now));
            } finally {
                guard.unlock();
            }
        }

        @Override
        public void removeBuffer(long buffer) {
            remove(buffer);
        }

        @Override
        public void process() {
            arrivals = arrivals + 1;
            if (guard.tryLock()) {
                try {
                    drain();
                } finally {
                    guard.unlock();
                }
            } // else whoever has it looks, since arrivals are more
            wake();
        }

        @Override
        public void closing() {
            ended = true;
            streaming = false;
            guard.lockOutOfLine();
            try {
                forgetNewest();
                frames.forEach(frame -> frame.buffer().remove());
                frames.clear();
            } finally {
                guard.unlock();
            }
        }
    }

    /**
     * Opens it; the session connects it with the node that the properties name as target.
     *
     * @param formats those of raw frames that are wanted, of SPA_VIDEO_FORMAT_…; JPEGs are taken where there are no others
     * @throws io.github.spout4j.SpoutException where that fails
     */
    public VideoInput(Daemon daemon, String name, Map<String, String> properties, int... formats) {
        stream = StreamHandle.alone(daemon, name, properties, new Hearing());
        boolean done = false;
        try {
            stream.connect(StreamHandle.INPUT, FLAG_AUTOCONNECT | FLAG_RT_PROCESS | FLAG_DONT_RECONNECT,
                    List.of(StreamFormat.wish(formats), StreamFormat.wishForJpegs()));
            done = true;
        } finally {
            if (!done) {
                stream.close();
            }
        }
    }

    private void wake() {
        Thread thread = waiting;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    /** Takes what has come, keeps the newest and gives back the others; with the guard. */
    private void drain() {
        for (;;) {
            arrived = arrivals;
            if (frames.isEmpty()) {
                return;
            }
            long buffer = LibPipeWire.streamDequeueBuffer(stream.address());
            if (buffer == 0) {
                return;
            }
            InputFrame frame = find(buffer);
            if (frame == null || frame.buffer().corrupted() || frame.buffer().size(0, 0) == 0) {
                giveBack(frame, buffer);
            } else {
                if (newest != null) {
                    queue(newest);
                }
                newest = frame;
            }
        }
    }

    private InputFrame find(long buffer) {
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).buffer().address() == buffer) {
                return frames.get(i);
            }
        }
        return null;
    }

    private void queue(InputFrame frame) {
        if (!frame.buffer().removed()) {
            giveBack(frame, frame.buffer().address());
        }
    }

    /**
     * PipeWire before 1.5.81 takes back one buffer a frame, and passes over a frame in one that it has not taken back yet, though its sender
     * sees that nobody reads it any more; senders of that time ask for no more than that.
     */
    private void giveBack(InputFrame frame, long buffer) {
        if (QUEUES || frame == null) {
            LibPipeWire.streamQueueBuffer(stream.address(), buffer);
        } else {
            frame.buffer().countDown();
        }
    }

    /** So that its sender knows that nobody reads it; of what the user has, it does not, as long as that is read. */
    private void forgetNewest() {
        if (newest != null) {
            newest.buffer().countDown();
            newest = null;
        }
    }

    private void remove(long buffer) {
        guard.lockOutOfLine();
        try {
            InputFrame frame = find(buffer);
            if (frame != null) {
                if (newest == frame) {
                    forgetNewest();
                }
                frame.buffer().remove();
                frames.remove(frame);
            }
        } finally {
            guard.unlock();
        }
    }

    /** The newest frame that was not taken yet, which is the caller's until {@link #giveBack}; null where there is none. */
    public InputFrame take() {
        guard.lock();
        try {
            drain();
            InputFrame frame = newest;
            newest = null;
            if (frame != null) {
                frame.hold();
            }
            return frame;
        } finally {
            guard.unlock();
        }
    }

    /** Whether a frame that was taken may be kept while others are taken: where enough are left for those that come. */
    public boolean keep() {
        guard.lock();
        try {
            boolean enough = kept < frames.size() - UNKEPT;
            if (enough) {
                kept++;
            }
            return enough;
        } finally {
            guard.unlock();
        }
    }

    /** The caller needs a frame no more; from any thread, also when this is closed. */
    public void giveBack(InputFrame frame, boolean wasKept) {
        guard.lock();
        try {
            if (wasKept) {
                kept--;
            }
            queue(frame);
        } finally {
            guard.unlock();
        }
        frame.release();
    }

    /**
     * Runs something while nobody takes a frame's memory away, where it is PipeWire's.
     *
     * @return false where it has been taken away already
     */
    public boolean guarded(InputFrame frame, Runnable work) {
        guard.lock();
        try {
            if (frame.buffer().removed()) {
                return false;
            }
            work.run();
            return true;
        } finally {
            guard.unlock();
        }
    }

    /** Waits for a frame, or other news; may end early. */
    public void await(long nanos) {
        waiting = Thread.currentThread();
        try {
            if (arrivals == arrived) {
                LockSupport.parkNanos(this, nanos);
            }
        } finally {
            waiting = null;
        }
    }

    /** Whether frames can come now. */
    public boolean streaming() {
        return streaming;
    }

    /** Whether the format that was agreed on is of that one's size. */
    public boolean isOf(StreamFormat wanted) {
        StreamFormat now = format;
        return now != null && now.width() == wanted.width() && now.height() == wanted.height();
    }

    /** Whether it has no buffers that frames could come in, and nothing is wrong with them. */
    public boolean withoutBuffers() {
        guard.lock();
        try {
            return frames.isEmpty() && unreadable == null;
        } finally {
            guard.unlock();
        }
    }

    /** Whether it is of no use any more: the daemon has gone or has removed it. */
    public boolean ended() {
        return ended;
    }

    /** Whether a format was agreed on, so that frames can come once the node gives some. */
    public boolean negotiated() {
        return format != null;
    }

    /** What keeps frames away, as PipeWire says it; empty where nothing does. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem != null ? problem : unreadable);
    }

    @Override
    public void close() {
        stream.closeAfterWhatIsOnItsWay();
    }
}
