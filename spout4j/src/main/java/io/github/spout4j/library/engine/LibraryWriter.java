package io.github.spout4j.library.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.engine.FrameMemory;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelWriter;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** A sender of the DLL: frames are written to memory of this process, and SendImage takes them from there. */
final class LibraryWriter implements PixelWriter {
    private final GlThread gl;
    private final SenderName wanted;
    private final PixelFormat published;
    private final Runnable sending = this::send;
    private final Runnable counting = this::count;
    private final FrameMemory memory = new FrameMemory();
    private FrameShape shape;
    private String name;
    private Transport transport;
    private long number;

    private LibraryWriter(GlThread gl, SenderName wanted, FrameShape shape) {
        this.gl = gl;
        this.wanted = wanted;
        this.shape = shape;
        published = shape.format();
    }

    /**
     * Opens a sender: it is in the directory, with a black frame.
     *
     * @throws SpoutException where the DLL cannot; the message says which step failed
     */
    static LibraryWriter open(GlThread gl, SenderName name, FrameShape shape) {
        LibraryWriter writer = new LibraryWriter(gl, name, shape);
        gl.run(writer::name);
        writer.begin(shape, 0).fill((byte) 0);
        writer.publish();
        gl.run(writer::look);
        return writer;
    }

    private void name() {
        gl.library().setSenderName(wanted.text());
        gl.library().setSenderFormat(published.dxgiFormat());
    }

    private void look() {
        SpoutLibrary library = gl.library();
        name = library.getName();
        transport = library.getMemoryShareMode() ? Transport.MEMORY : Transport.TEXTURE;
    }

    private void send() {
        if (!gl.library().sendImage(memory.segment(), shape.width(), shape.height(), GlFormat.of(published), false)) {
            throw gl.failed("SendImage");
        }
        count();
    }

    private void count() {
        number = Integer.toUnsignedLong(gl.library().getFrame());
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
        return GlFormat.nearest(format);
    }

    @Override
    public long rowPitch() {
        return (long) shape.width() * GlFormat.nearest(published).bytesPerPixel();
    }

    @Override
    public MemorySegment begin(FrameShape next, long timeoutMillis) {
        shape = next;
        memory.size(rowPitch() * next.height());
        return memory.segment();
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
        gl.close();
    }
}
