package io.github.spout4j.library.engine;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.engine.ConnectResult;
import io.github.spout4j.engine.FrameMemory;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.library.SpoutSenderNames.TextureInfo;
import io.github.spout4j.library.engine.ReceivingWay.Fetched;
import io.github.spout4j.pixels.PixelDifference;
import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.NewFrames;
import io.github.spout4j.protocol.SeenFrames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A sender that the DLL's receiver is connected to. What is new tells the count of senders
 * that promise to count complete frames; of others, what differs from the last frame is new, and is fetched once more to see
 * whether it has settled.
 */
final class LibraryReader implements PixelReader {
    private static final long ALIGNMENT = 64;
    /** Frames that did not settle, in a row, before one is given all the same: a sender without pause never does. */
    private static final int UNSETTLED_MOST = 2;

    private final GlThread gl;
    private final SenderName sender;
    private final KernelObjects objects;
    private final SenderTraits traits;
    /** Null where the count does not tell. */
    private final NewFrames counted;
    /** Null where the count tells. */
    private final SeenFrames seen;
    private final Runnable receiving = this::receive;
    private final Runnable settling = this::settle;
    private final Runnable looking = this::look;
    private final Runnable numbering = this::readNumber;
    private final FrameMemory memory = new FrameMemory();
    /** Where the next frame is fetched to. */
    private Picture next;
    private Picture given;
    private Picture check;
    private FrameShape shape;
    /** For frames of that shape; null before the first. */
    private ReceivingWay way;
    private Access found;
    /** The number of what was fetched last. */
    private long newest;
    private boolean alive;
    /** Null where all is well. */
    private String problem;
    private boolean kept;
    private boolean settled;
    private int unsettled;

    /** Room for a frame. */
    private record Picture(MemorySegment pixels, MemorySegment toRead) {
        Picture(MemorySegment pixels) {
            this(pixels, pixels.asReadOnly());
        }
    }

    private LibraryReader(GlThread gl, KernelObjects objects, SenderName sender) {
        this.gl = gl;
        this.objects = objects;
        this.sender = sender;
        traits = SenderTraits.read(objects, sender);
        counted = traits.countsCompleteFrames() ? new NewFrames(objects, sender) : null;
        seen = counted == null ? new SeenFrames(objects, sender) : null;
    }

    /** Connects to a sender. */
    static ConnectResult connect(GlThread gl, KernelObjects objects, SenderName sender) {
        LibraryReader reader = new LibraryReader(gl, objects, sender);
        boolean connected = false;
        try {
            gl.run(reader::connect);
            connected = reader.alive && reader.problem == null;
        } finally {
            if (!connected) {
                reader.close();
            }
        }
        if (!reader.alive) {
            return ConnectResult.ABSENT;
        }
        return connected ? new ConnectResult.Connected(reader) : new ConnectResult.Hindered(reader.problem);
    }

    /** Memory of the sender's size is there before the DLL sees it: a receiver that connects again is not told of an update. */
    private void connect() {
        SpoutLibrary library = gl.library();
        Optional<TextureInfo> info = library.findSenderName(sender.text())
                ? library.getSenderInfo(sender.text())
                : Optional.empty();
        alive = info.isPresent();
        if (alive && size(info.get().width(), info.get().height(), info.get().dxgiFormat(), info.get().handle())) {
            library.releaseReceiver();
            library.setReceiverName(sender.text());
            library.disableFrameCount();
            library.setBufferMode(false);
        }
    }

    /** Under the lock: it is that of the frame which is there, and not of one that was counted before or after. */
    private void readNumber() {
        newest = counted != null ? counted.newest() : NewFrames.NONE;
    }

    private void look() {
        alive = gl.library().findSenderName(sender.text());
    }

    private void receive() {
        found = switch (fetch(gl.library())) {
            case FRAME -> Access.READY;
            case NOTHING -> gl.library().isConnected() ? Access.BUSY : Access.LOST;
            // to connect afresh once it is well, as the DLL knows the new size already
            case UPDATED -> Access.LOST;
            case REFUSED -> refused();
        };
    }

    private Fetched fetch(SpoutLibrary library) {
        Fetched fetched = way.fetch(library, next.pixels, numbering);
        return fetched == Fetched.UPDATED
                && size(library.getSenderWidth(), library.getSenderHeight(), library.getSenderFormat(),
                        library.getSenderHandle())
                                ? way.fetch(library, next.pixels, numbering)
                                : fetched;
    }

    private Access refused() {
        problem = cannotReceive("it sends " + shape.format() + ", and SpoutLibrary.dll " + gl.library().layout()
                + " opens no such texture of it");
        return Access.HINDERED;
    }

    private String cannotReceive(String reason) {
        return "the sender \"" + sender + "\" cannot be received: " + reason + "; use the direct engine";
    }

    /** Makes ready for frames of a size and format; false where none of such can be received. */
    private boolean size(int width, int height, int dxgiFormat, long handle) {
        if (width < 1 || height < 1 || width > FrameShape.MAXIMUM_SIDE || height > FrameShape.MAXIMUM_SIDE) {
            problem = "the sender \"" + sender + "\" cannot be received: it says that it has " + width + " × " + height
                    + " pixels";
            return false;
        }
        boolean textures = handle != 0 && DllTexture.isGivenBy(gl.library().layout());
        PixelFormat format = PixelFormat.ofDxgiFormat(dxgiFormat).orElse(null);
        if (format != null && !textures) {
            format = DllFormat.received(format);
        }
        if (format == null || !textures && !DllFormat.isImage(format)) {
            problem = cannotReceive("it sends " + DxgiFormat.describe(dxgiFormat) + ", which SpoutLibrary.dll "
                    + gl.library().layout() + " gives to nobody");
            return false;
        }
        shape = new FrameShape(width, height, format);
        letGo();
        way = textures
                ? new ReceivedTextures(objects, sender, shape)
                : new ReceivedImages(objects, sender, DllFormat.gl(format), handle == 0);
        kept = false;
        long distance = shape.bytes() + ALIGNMENT - 1 & -ALIGNMENT;
        memory.size(3 * distance);
        next = new Picture(memory.segment().asSlice(0, shape.bytes()));
        given = new Picture(memory.segment().asSlice(distance, shape.bytes()));
        check = new Picture(memory.segment().asSlice(2 * distance, shape.bytes()));
        if (seen != null) {
            seen.begin();
        }
        return true;
    }

    /** Whether the frame that was just fetched is there once more. */
    private void settle() {
        settled = way.fetchAgain(gl.library(), check.pixels) == Fetched.FRAME && same(next, check);
    }

    private boolean same(Picture a, Picture b) {
        return PixelDifference.same(a.pixels, shape.rowBytes(), b.pixels, shape.rowBytes(), shape.rowBytes(),
                shape.height());
    }

    private void give() {
        Picture fetched = next;
        next = given;
        given = fetched;
    }

    @Override
    public Access begin(Form form, long timeoutMillis) {
        if (form == Form.TEXTURE) {
            throw new SpoutException("the sender \"" + sender
                    + "\" is received through SpoutLibrary.dll, which gives no Direct3D textures; use the direct engine");
        }
        Access access = counted != null ? nextCounted() : nextSeen(timeoutMillis);
        boolean again = access == Access.UNCHANGED && kept;
        if (again || access == Access.READY) {
            kept = false;
        }
        return again ? Access.READY : access;
    }

    private Access nextCounted() {
        if (counted.newest() == NewFrames.NONE) {
            return Access.UNCHANGED;
        }
        gl.run(receiving);
        if (found != Access.READY) {
            return found;
        }
        if (newest == NewFrames.NONE) {
            return Access.UNCHANGED;
        }
        counted.take(newest);
        give();
        return Access.READY;
    }

    private Access nextSeen(long timeoutMillis) {
        if (!seen.isDue(timeoutMillis)) {
            return Access.UNCHANGED;
        }
        long began = System.nanoTime();
        gl.run(receiving);
        if (found != Access.READY) {
            seen.unchanged();
            return found;
        }
        if (seen.isFirst() ? seen.isTooEarlyForBlank() && isBlank() : same(next, given)) {
            seen.unchanged();
            return Access.UNCHANGED;
        }
        if (!traits.complete() && unsettled < UNSETTLED_MOST) {
            gl.run(settling);
            if (!settled) {
                unsettled++;
                seen.unsettled();
                return Access.UNCHANGED;
            }
        }
        unsettled = 0;
        seen.changed(began, true);
        give();
        return Access.READY;
    }

    private boolean isBlank() {
        return PixelDifference.isBlank(next.pixels, shape.rowBytes(), shape.rowBytes(), shape.height());
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public long number() {
        return counted != null ? counted.number() : seen.number();
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
        return given.toRead;
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
        return counted != null ? counted.await(timeoutMillis) : seen.await(timeoutMillis);
    }

    @Override
    public boolean rest() {
        if (counted != null) {
            counted.rest();
        }
        gl.run(looking);
        return alive && traits.equals(SenderTraits.read(objects, sender));
    }

    private void letGo() {
        if (way != null) {
            way.close();
            way = null;
        }
    }

    /** The thread stays for the next sender. */
    @Override
    public void close() {
        letGo();
        if (counted != null) {
            counted.close();
        } else {
            seen.close();
        }
    }
}
