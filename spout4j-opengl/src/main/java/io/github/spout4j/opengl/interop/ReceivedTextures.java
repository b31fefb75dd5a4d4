package io.github.spout4j.opengl.interop;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.Transport;
import io.github.spout4j.opengl.context.Fence;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.framebuffers.TextureCopy;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.textures.ReceivedTexture;
import io.github.spout4j.opengl.textures.TextureStorage;
import io.github.spout4j.opengl.ways.IncomingWay;
import io.github.spout4j.opengl.ways.UnsuitableWayException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Receives textures of Direct3D's on the thread of the context, and copies them to OpenGL's on the GPU. */
public final class ReceivedTextures implements IncomingWay {
    private final GlFunctions gl;
    private final Scratch scratch;
    private final SpoutReceiver receiver;
    private final Interop interop;
    private final ReceivedTexture own;
    private final TextureStorage storage;
    private final TextureCopy copy;
    private final Fence fence;
    private SharedImage image;
    /** What {@link #image} is of. */
    private TextureFrame known;
    private PixelFormat format;
    /** Whether a texture has come. */
    private boolean comes;

    /**
     * @param receiver nobody else receives from it
     * @param interop  makes its textures known to OpenGL; deleted with this
     * @param flip     whether OpenGL's lowest row is a frame's lowest
     */
    public ReceivedTextures(GlContext context, Scratch scratch, SpoutReceiver receiver, Interop interop,
            ReceivedTexture own, boolean flip) {
        this.scratch = scratch;
        this.receiver = receiver;
        this.interop = interop;
        this.own = own;
        gl = context.gl();
        storage = new TextureStorage(context, scratch);
        copy = new TextureCopy(context, scratch, flip);
        fence = new Fence(context);
    }

    @Override
    public boolean put(int texture, long timeoutMillis) {
        // the texture gets the next frame, while OpenGL may be reading the last one from it
        if (!fence.isOver(TimeUnit.MILLISECONDS.toNanos(timeoutMillis))) {
            return false;
        }
        TextureFrame frame = receive(timeoutMillis);
        if (frame == null) {
            return false;
        }
        open(frame);
        int target = texture == 0 ? own.made() : texture;
        store(target, texture == 0, frame.width(), frame.height());
        image.begin();
        boolean copied = false;
        try {
            copied = copy.copy(image.name(), target, frame.width(), frame.height());
        } finally {
            image.end();
        }
        if (!copied) {
            throw new UnsuitableWayException("OpenGL does not copy Direct3D textures of " + format
                    + " to texture " + target);
        }
        fence.set();
        own.describe(frame.width(), frame.height(), GlPixels.toWrite(format, false).format(), frame.number());
        return true;
    }

    private TextureFrame receive(long timeoutMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        if (!comes) {
            Optional<SenderInfo> sender = receiver.awaitSender(until(deadline));
            if (sender.isEmpty()) {
                return null;
            }
            check(sender.get()); // before its frame is fetched, which does not come twice
        }
        try {
            TextureFrame frame = receiver.receiveTexture(until(deadline)).orElse(null);
            comes |= frame != null;
            return frame;
        } catch (SpoutException e) {
            if (comes && receiver.info().map(now -> now.transport() == Transport.TEXTURE).orElse(true)) {
                throw e;
            }
            throw new UnsuitableWayException(e.getMessage(), e);
        }
    }

    private static Duration until(long deadline) {
        long left = deadline - System.nanoTime();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    private void check(SenderInfo sender) {
        if (sender.transport() != Transport.TEXTURE) {
            throw new UnsuitableWayException("\"" + sender.name() + "\" sends by memory share");
        }
        PixelFormat.ofDxgiFormat(sender.dxgiFormat()).ifPresent(this::check);
    }

    private void check(PixelFormat sent) {
        if (!interop.takes(sent)) {
            throw new UnsuitableWayException("OpenGL has no such textures as " + sent);
        }
    }

    private void open(TextureFrame frame) {
        if (image != null && known == frame) {
            return;
        }
        forget();
        format = PixelFormat.ofDxgiFormat(frame.dxgiFormat()).orElseThrow();
        check(format);
        image = interop.open(frame, format, Interop.Use.READ);
        known = frame;
    }

    private void store(int texture, boolean ours, int width, int height) {
        GlPixels pixels = GlPixels.toWrite(format, false);
        int bound = scratch.integer(Gl.TEXTURE_BINDING_2D);
        gl.bindTexture(Gl.TEXTURE_2D, texture);
        try {
            if (!storage.fits(texture, ours, width, height, pixels)) {
                int buffer = scratch.integer(Gl.PIXEL_UNPACK_BUFFER_BINDING);
                gl.bindBuffer(Gl.PIXEL_UNPACK_BUFFER, 0);
                storage.make(texture, width, height, pixels, 0);
                gl.bindBuffer(Gl.PIXEL_UNPACK_BUFFER, buffer);
            }
        } finally {
            gl.bindTexture(Gl.TEXTURE_2D, bound);
        }
    }

    private void forget() {
        if (image != null) {
            image.delete();
            image = null;
        }
    }

    @Override
    public void end() {
        // it has no thread
    }

    @Override
    public void delete() {
        fence.clear();
        forget();
        copy.delete();
        interop.delete();
    }
}
