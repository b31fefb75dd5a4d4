package io.github.spout4j.library.engine;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.engine.ConnectResult;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.library.SpoutSenderNames.TextureInfo;
import io.github.spout4j.protocol.FrameCount;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A sender that the DLL's receiver is connected to: ReceiveImage copies its frames to memory of this process. Where it goes through
 * the CPU, the SDK gives the frame before the one that it has just fetched, and nothing while no new one is counted; so its
 * own counting is off, the count is read here, and each frame is fetched twice, of which the second time gives it. SDK senders
 * count a frame before the graphics card has it, so the last one before a pause is looked at again.
 */
final class LibraryReader implements PixelReader {
    private static final long ALIGNMENT = 64;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long UNCOUNTED_NANOS = TimeUnit.SECONDS.toNanos(1) / 60;
    /** How long after a frame, with no other, it is looked at once more; then after 4 and 16 times as long. */
    private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long SETTLED_NANOS = 16 * SETTLE_NANOS;

    private final GlThread gl;
    private final KernelObjects objects;
    private final SenderName sender;
    private final Runnable receiving = this::receive;
    private final Runnable looking = this::look;
    private MemorySegment memory = MemorySegment.NULL;
    /** Where the next frame is fetched to. */
    private MemorySegment next = MemorySegment.NULL;
    private MemorySegment given = MemorySegment.NULL;
    private MemorySegment nextToRead = MemorySegment.NULL;
    private MemorySegment givenToRead = MemorySegment.NULL;
    private long nextLook = Long.MAX_VALUE;
    private FrameShape shape;
    private Access found;
    private boolean alive;
    /** Null where all is well. */
    private String problem;
    private boolean kept;
    /** Whether the next fetch is the first of its size, which gives nothing yet. */
    private boolean fresh = true;
    private long number;
    private long lastNanos;

    private LibraryReader(GlThread gl, KernelObjects objects, SenderName sender) {
        this.gl = gl;
        this.objects = objects;
        this.sender = sender;
    }

    /** Connects to a sender. */
    static ConnectResult connect(GlThread gl, KernelObjects objects, SenderName sender) {
        LibraryReader reader = new LibraryReader(gl, objects, sender);
        gl.run(reader::connect);
        if (!reader.alive) {
            return ConnectResult.ABSENT;
        }
        return reader.problem == null
                ? new ConnectResult.Connected(reader)
                : new ConnectResult.Hindered(reader.problem);
    }

    /** Memory of the sender's size is there before the DLL sees it: a receiver that connects again is not told of an update. */
    private void connect() {
        SpoutLibrary library = gl.library();
        Optional<TextureInfo> info = library.findSenderName(sender.text())
                ? library.getSenderInfo(sender.text())
                : Optional.empty();
        alive = info.isPresent();
        if (alive && size(info.get().width(), info.get().height(), info.get().dxgiFormat())) {
            library.releaseReceiver();
            library.setReceiverName(sender.text());
            library.disableFrameCount();
            library.setBufferMode(false);
        }
    }

    private void look() {
        alive = gl.library().findSenderName(sender.text());
    }

    private void receive() {
        SpoutLibrary library = gl.library();
        boolean whole = fetch(library) && (library.isGLDXready() || fetch(library));
        if (problem != null) {
            found = Access.LOST; // to connect afresh once it is well, as the DLL knows the new size already
        } else if (whole) {
            found = Access.READY;
        } else {
            found = library.isConnected() ? Access.BUSY : Access.LOST;
        }
    }

    /** Whether pixels were fetched into memory of the sender's size. */
    private boolean fetch(SpoutLibrary library) {
        boolean done = call(library);
        if (library.isUpdated()) {
            if (!size(library.getSenderWidth(), library.getSenderHeight(), library.getSenderFormat())) {
                return false;
            }
            done = call(library) && !library.isUpdated();
            fresh = true;
        }
        if (done && fresh) {
            fresh = false;
            done = call(library);
        }
        return done;
    }

    private boolean call(SpoutLibrary library) {
        return library.receiveImage(next, GlFormat.of(shape.format()), false, 0);
    }

    /** Makes ready for frames of a size; false where there are none of such a size. */
    private boolean size(int width, int height, int dxgiFormat) {
        if (width < 1 || height < 1 || width > FrameShape.MAXIMUM_SIDE || height > FrameShape.MAXIMUM_SIDE) {
            problem = "the sender \"" + sender + "\" cannot be received: it says that it has " + width + " × " + height
                    + " pixels";
            return false;
        }
        PixelFormat format = PixelFormat.ofDxgiFormat(dxgiFormat).map(GlFormat::nearest)
                .orElse(PixelFormat.RGBA8);
        shape = new FrameShape(width, height, format);
        kept = false;
        nextLook = Long.MAX_VALUE;
        long distance = shape.bytes() + ALIGNMENT - 1 & -ALIGNMENT;
        if (memory.byteSize() < 2 * distance) {
            memory = Arena.ofAuto().allocate(2 * distance, ALIGNMENT);
        }
        next = memory.asSlice(0, shape.bytes());
        given = memory.asSlice(distance, shape.bytes());
        nextToRead = next.asReadOnly();
        givenToRead = given.asReadOnly();
        return true;
    }

    private void give() {
        MemorySegment fetched = next;
        MemorySegment fetchedToRead = nextToRead;
        next = given;
        nextToRead = givenToRead;
        given = fetched;
        givenToRead = fetchedToRead;
    }

    @Override
    public Access begin(Form form, long timeoutMillis) {
        if (form == Form.TEXTURE) {
            throw new SpoutException("the sender \"" + sender
                    + "\" is received through SpoutLibrary.dll, which gives no Direct3D textures; use the direct engine");
        }
        long counted = FrameCount.frame(objects, sender);
        long now = System.nanoTime();
        boolean news = counted != number || counted == 0 && now - lastNanos >= UNCOUNTED_NANOS;
        if (news) {
            gl.run(receiving);
            if (found == Access.READY) {
                number = counted;
                lastNanos = now;
                nextLook = counted == 0 ? Long.MAX_VALUE : SETTLE_NANOS;
                give();
                return ready();
            }
            return found;
        }
        if (now - lastNanos >= nextLook) {
            return settle();
        }
        return kept ? ready() : Access.UNCHANGED;
    }

    private Access settle() {
        nextLook = nextLook < SETTLED_NANOS ? 4 * nextLook : Long.MAX_VALUE;
        gl.run(receiving);
        if (found == Access.READY && (kept || next.mismatch(given) >= 0)) {
            give();
            return ready();
        }
        return found == Access.LOST ? found : Access.UNCHANGED;
    }

    private Access ready() {
        kept = false;
        return Access.READY;
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
        return shape;
    }

    @Override
    public long rowPitch() {
        return shape.rowBytes();
    }

    @Override
    public MemorySegment pixels() {
        return givenToRead;
    }

    @Override
    public TextureFrame texture() {
        throw new IllegalStateException("no texture was asked for");
    }

    @Override
    public void end() {
        // the pixels are this reader's own
    }

    @Override
    public void giveBack() {
        kept = true;
    }

    @Override
    public boolean await(long timeoutMillis) {
        LockSupport.parkNanos(Math.min(LOOK_NANOS, TimeUnit.MILLISECONDS.toNanos(timeoutMillis)));
        return !Thread.currentThread().isInterrupted();
    }

    @Override
    public boolean rest() {
        gl.run(looking);
        return alive;
    }

    @Override
    public void close() {
        // the thread stays for the next sender
    }
}
