package io.github.spout4j.library.engine;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A sender that the DLL's receiver is connected to: ReceiveImage copies its frames to memory of this process. */
final class LibraryReader implements PixelReader {
    private static final long ALIGNMENT = 64;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long UNCOUNTED_NANOS = TimeUnit.SECONDS.toNanos(1) / 60;

    private final GlThread gl;
    private final SenderName sender;
    private final Runnable receiving = this::receive;
    private final Runnable looking = this::look;
    private MemorySegment memory = MemorySegment.NULL;
    private MemorySegment pixels = Arena.ofAuto().allocate(ALIGNMENT, ALIGNMENT).asSlice(0, 0);
    private FrameShape shape;
    private Access found;
    private boolean alive;
    private boolean kept;
    private long number;
    private long lastNanos;

    private LibraryReader(GlThread gl, SenderName sender) {
        this.gl = gl;
        this.sender = sender;
    }

    /** Connects to a sender; null where it is not there. */
    static LibraryReader connect(GlThread gl, SenderName sender) {
        LibraryReader reader = new LibraryReader(gl, sender);
        gl.run(reader::connect);
        return reader.alive ? reader : null;
    }

    private void connect() {
        SpoutLibrary library = gl.library();
        alive = library.findSenderName(sender.text());
        if (alive) {
            library.releaseReceiver();
            library.setReceiverName(sender.text());
        }
    }

    private void look() {
        alive = gl.library().findSenderName(sender.text());
    }

    private void receive() {
        SpoutLibrary library = gl.library();
        found = take(library) ? Access.READY : Access.UNCHANGED;
        if (!library.isConnected()) {
            found = Access.LOST;
        }
    }

    private boolean take(SpoutLibrary library) {
        if (!call(library)) {
            return false;
        }
        if (library.isUpdated()) {
            size(library);
            if (!call(library) || library.isUpdated()) {
                return false;
            }
        }
        if (shape == null || !library.isFrameNew()) {
            return false;
        }
        number = Integer.toUnsignedLong(library.getSenderFrame());
        long now = System.nanoTime();
        if (number == 0 && now - lastNanos < UNCOUNTED_NANOS) {
            return false;
        }
        lastNanos = now;
        return true;
    }

    private boolean call(SpoutLibrary library) {
        return library.receiveImage(pixels, GlFormat.of(format()), false, 0);
    }

    private PixelFormat format() {
        return shape == null ? PixelFormat.RGBA8 : shape.format();
    }

    private void size(SpoutLibrary library) {
        int width = library.getSenderWidth();
        int height = library.getSenderHeight();
        if (width < 1 || height < 1 || width > FrameShape.MAXIMUM_SIDE || height > FrameShape.MAXIMUM_SIDE) {
            throw new SpoutException(
                    "the sender \"" + sender + "\" cannot be received: it says that it has " + width + " × "
                            + height + " pixels");
        }
        PixelFormat format = PixelFormat.ofDxgiFormat(library.getSenderFormat()).map(GlFormat::nearest)
                .orElse(PixelFormat.RGBA8);
        shape = new FrameShape(width, height, format);
        kept = false;
        if (memory.byteSize() < shape.bytes()) {
            memory = Arena.ofAuto().allocate(shape.bytes(), ALIGNMENT);
        }
        pixels = memory.asSlice(0, shape.bytes());
    }

    @Override
    public Access begin(Form form, long timeoutMillis) {
        if (form == Form.TEXTURE) {
            throw new SpoutException("the sender \"" + sender
                    + "\" is received through SpoutLibrary.dll, which gives no Direct3D textures; use the direct engine");
        }
        gl.run(receiving);
        if (found == Access.UNCHANGED && kept) {
            found = Access.READY;
        }
        if (found == Access.READY) {
            kept = false;
        }
        return found;
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
        return pixels.asReadOnly();
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
