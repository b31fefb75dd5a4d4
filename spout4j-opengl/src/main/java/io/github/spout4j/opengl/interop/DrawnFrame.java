package io.github.spout4j.opengl.interop;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.opengl.context.Fence;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.framebuffers.ReadFramebuffer;
import io.github.spout4j.opengl.framebuffers.TextureCopy;
import io.github.spout4j.opengl.ways.OutgoingFrame;
import io.github.spout4j.opengl.ways.UnsuitableWayException;

/**
 * A texture of Direct3D's that OpenGL draws a frame to, from which it is copied to the one that receivers see. These wait for each other there only
 * while that is copied, not while the GPU draws.
 */
public final class DrawnFrame implements OutgoingFrame {
    private final SpoutSender sender;
    private final Interop interop;
    private final TextureCopy copy;
    private final Fence fence;
    private RenderTexture texture;
    private SharedImage image;
    private PixelFormat format;
    private volatile boolean failed;

    /**
     * @param interop makes textures known to OpenGL
     * @param copy    deleted by whoever made it
     */
    public DrawnFrame(GlContext context, SpoutSender sender, Interop interop, TextureCopy copy) {
        this.sender = sender;
        this.interop = interop;
        this.copy = copy;
        fence = new Fence(context);
    }

    @Override
    public void take(ReadFramebuffer source, int width, int height, PixelFormat wanted) {
        if (failed || image == null || wanted != format || width != texture.width() || height != texture.height()) {
            delete(true);
            if (!interop.takes(wanted)) {
                throw new UnsuitableWayException("OpenGL has no such textures as " + wanted);
            }
            texture = sender.renderTexture(width, height, wanted);
            image = interop.open(texture, wanted, Interop.Use.WRITE);
            format = wanted;
            failed = false;
        }
        image.begin();
        boolean drawn = false;
        try {
            drawn = copy.copyTo(image.name(), width, height);
        } finally {
            image.end();
        }
        if (!drawn) {
            throw new UnsuitableWayException("OpenGL does not draw to Direct3D textures of " + wanted);
        }
        fence.set();
    }

    @Override
    public boolean isTaken(long nanos) {
        return fence.isOver(nanos);
    }

    @Override
    public void publish() {
        boolean done = false;
        try {
            sender.sendTexture(texture.texture());
            done = true;
        } finally {
            failed = !done; // the graphics device may be lost: the next frame gets new textures
        }
    }

    @Override
    public void release() {
        // nothing is held
    }

    @Override
    public void delete(boolean usable) {
        if (usable) {
            fence.clear();
            if (image != null) {
                image.delete();
            }
        }
        image = null;
        if (texture != null) {
            texture.close();
            texture = null;
        }
    }
}
