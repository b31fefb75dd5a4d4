package io.github.spout4j.library.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelWriter;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Function;

/** A sender of the DLL: frames are written to memory of this process, and go from there to the DLL's texture. */
final class LibraryWriter implements PixelWriter {
    private static final String NOBODY = "";

    private final GlThread gl;
    private final SenderName wanted;
    private final Function<PixelFormat, SendingWay> ways;
    private final Runnable beginning = this::begin;
    private final Runnable sending = this::send;
    private final Runnable counting = this::count;
    private SendingWay way;
    private PixelFormat published;
    private FrameShape shape;
    private MemorySegment memory;
    private String name;
    private Transport transport;
    private String activeBefore = NOBODY;
    private long number;

    private LibraryWriter(GlThread gl, SenderName wanted, Function<PixelFormat, SendingWay> ways) {
        this.gl = gl;
        this.wanted = wanted;
        this.ways = ways;
    }

    /**
     * Opens a sender: it is in the directory, with a black frame.
     *
     * @param ways makes the way of frames of a format
     * @throws SpoutException where the DLL cannot; the message says which step failed
     */
    static LibraryWriter open(GlThread gl, SenderName name, FrameShape shape, Function<PixelFormat, SendingWay> ways) {
        LibraryWriter writer = new LibraryWriter(gl, name, ways);
        try {
            writer.begin(shape, 0).fill((byte) 0);
            writer.publish();
            gl.run(writer::look);
            return writer;
        } catch (RuntimeException | Error e) {
            writer.close();
            throw e;
        }
    }

    private void look() {
        SpoutLibrary library = gl.library();
        name = library.getName();
        transport = library.getMemoryShareMode() ? Transport.MEMORY : Transport.TEXTURE;
    }

    private void begin() {
        if (shape.format() != published) {
            publishAs(shape.format());
        }
        memory = way.begin(shape);
    }

    /** The DLL makes textures of another format for another sender alone: receivers see this one end, and come again. */
    private void publishAs(PixelFormat format) {
        SpoutLibrary library = gl.library();
        SendingWay next = ways.apply(format);
        if (way != null) {
            way.close();
            activeBefore = library.getActiveSender().orElse(NOBODY);
            library.releaseSender();
        }
        way = next;
        published = format;
        library.setSenderName(name != null ? name : wanted.text());
        library.setSenderFormat(format.dxgiFormat());
        // through buffers the DLL would send the frame before the one that it is given
        library.setBufferMode(false);
    }

    private void send() {
        number = way.send();
        if (!activeBefore.equals(NOBODY)) {
            gl.library().setActiveSender(activeBefore); // the DLL makes each new sender the active one
            activeBefore = NOBODY;
        }
    }

    private void count() {
        number = way.number();
    }

    /** The name in the directory. */
    String openedName() {
        return name;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Optional<Adapter> adapter() {
        return Optional.empty();
    }

    @Override
    public PixelFormat writtenFormat(PixelFormat format) {
        return format;
    }

    @Override
    public long rowPitch() {
        return way.rowPitch();
    }

    @Override
    public MemorySegment begin(FrameShape next, long timeoutMillis) {
        shape = next;
        gl.run(beginning);
        return memory;
    }

    @Override
    public long number() {
        gl.run(counting);
        return number;
    }

    @Override
    public long publish() {
        gl.run(sending);
        return number;
    }

    @Override
    public FrameShape publish(Foreign kind, long reference, long timeoutMillis) {
        throw takesNone();
    }

    @Override
    public RenderTexture renderTexture(FrameShape drawn) {
        throw takesNone();
    }

    private SpoutException takesNone() {
        return new SpoutException("the sender \"" + wanted
                + "\" sends through SpoutLibrary.dll, which takes no Direct3D textures; use the direct engine");
    }

    @Override
    public void abort() {
        // nothing is seen before publish
    }

    @Override
    public void close() {
        try (gl) {
            if (way != null) {
                way.close();
            }
        }
    }
}
