package io.github.spout4j.opengl.framebuffers;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.textures.RealSize;

/**
 * Binds what is to be sent as the framebuffer that is read: a texture, a framebuffer of the caller's or the back buffer, resolved where it is
 * multisampled. After {@link #close} all is bound as before. For the thread of the context.
 */
public final class ReadFramebuffer {
    private static final int UNDEFINED = 0x8219;

    private final GlContext context;
    private final GlFunctions gl;
    private final Scratch scratch;
    private final AttachedFormat formats;
    private final RealSize sizes;
    private final Resolved resolved;
    private int own;
    private int callers;
    private int boundBefore;
    private int changedReadBuffer;
    private boolean attached;
    private PixelFormat format;

    public ReadFramebuffer(GlContext context, Scratch scratch) {
        this.context = context;
        this.scratch = scratch;
        gl = context.gl();
        formats = new AttachedFormat(gl, scratch);
        sizes = new RealSize(context, scratch);
        resolved = new Resolved(context, scratch);
    }

    /** The format of what is bound. */
    public PixelFormat format() {
        return format;
    }

    /**
     * Binds a texture.
     *
     * @param target TEXTURE_2D and so on
     * @param layer  of an array
     * @param what   for messages: "texture 5"
     * @throws IllegalArgumentException where there is no such texture, or nobody can send it
     */
    public void texture(int name, int target, int layer, int width, int height, Object what) {
        if (!gl.isTexture(name)) {
            throw new IllegalArgumentException(what + " does not exist in this OpenGL context");
        }
        begin();
        try {
            if (own == 0) {
                gl.genFramebuffers(1, scratch.address());
                own = scratch.value();
            }
            gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, own);
            attached = true;
            if (target == Gl.TEXTURE_2D_ARRAY) {
                gl.framebufferTextureLayer(Gl.READ_FRAMEBUFFER, Gl.COLOR_ATTACHMENT0, name, 0, layer);
            } else {
                gl.framebufferTexture2D(Gl.READ_FRAMEBUFFER, Gl.COLOR_ATTACHMENT0, target, name, 0);
            }
            requireComplete(what);
            sizes.requireTexture(name, target, width, height, what);
            format = formats.of(Gl.COLOR_ATTACHMENT0, false, what);
            if (target == Gl.TEXTURE_2D_MULTISAMPLE) {
                resolved.resolve(format, width, height);
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Binds a framebuffer's first colour attachment.
     *
     * @param name 0 for the back buffer
     * @throws IllegalArgumentException where there is no such framebuffer, or nobody can send it
     */
    public void framebuffer(int name, int width, int height) {
        boolean window = name == 0;
        if (!window && !gl.isFramebuffer(name)) {
            throw new IllegalArgumentException("framebuffer " + name + " does not exist in this OpenGL context");
        }
        String what = window ? "the back buffer" : "that framebuffer";
        begin();
        try {
            callers = name;
            gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, name);
            if (window) {
                requireComplete(what);
            }
            changedReadBuffer = scratch.integer(Gl.READ_BUFFER);
            int buffer = window ? windowBuffer() : Gl.COLOR_ATTACHMENT0;
            if (buffer == changedReadBuffer) {
                changedReadBuffer = -1;
            } else {
                gl.readBuffer(buffer);
            }
            if (!window) {
                requireComplete(what); // which hangs on the buffer that is read
            }
            format = formats.of(window ? attachment(buffer) : buffer, window, what);
            if (!window) {
                sizes.requireAttached(buffer, width, height, what);
            }
            if (!window && samples() > 0) {
                resolved.resolve(format, width, height);
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Of the framebuffer that is bound to be read; OpenGL tells it of the one that is drawn to. */
    private int samples() {
        int drawn = scratch.integer(Gl.DRAW_FRAMEBUFFER_BINDING);
        if (drawn == callers) {
            return scratch.integer(Gl.SAMPLES);
        }
        gl.bindFramebuffer(Gl.DRAW_FRAMEBUFFER, callers);
        int samples = scratch.integer(Gl.SAMPLES);
        gl.bindFramebuffer(Gl.DRAW_FRAMEBUFFER, drawn);
        return samples;
    }

    private int windowBuffer() {
        return context.version().es() || scratch.integer(Gl.DOUBLEBUFFER) != 0 ? Gl.BACK : Gl.FRONT;
    }

    /** What a window's buffer is called where it is asked about. */
    private int attachment(int buffer) {
        if (context.version().es()) {
            return buffer;
        }
        return buffer == Gl.BACK ? Gl.BACK_LEFT : Gl.FRONT_LEFT;
    }

    private void begin() {
        boundBefore = scratch.integer(Gl.READ_FRAMEBUFFER_BINDING);
        changedReadBuffer = -1;
        attached = false;
    }

    private void requireComplete(Object what) {
        int status = gl.checkFramebufferStatus(Gl.READ_FRAMEBUFFER);
        if (status == UNDEFINED) {
            throw new SpoutException(
                    "this OpenGL context has no window, so no back buffer; send a texture or a framebuffer");
        }
        if (status != Gl.FRAMEBUFFER_COMPLETE) {
            throw new IllegalArgumentException(
                    "OpenGL cannot read " + what + " (framebuffer status 0x" + Integer.toHexString(status)
                            + "): has it pixels, of a format that can be drawn to?");
        }
    }

    /** Unbinds it. The caller's read buffer is changed back while its framebuffer is bound. */
    public void close() {
        if (changedReadBuffer != -1) {
            gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, callers);
            gl.readBuffer(changedReadBuffer);
            changedReadBuffer = -1;
        }
        if (attached) {
            gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, own);
            gl.framebufferTexture2D(Gl.READ_FRAMEBUFFER, Gl.COLOR_ATTACHMENT0, Gl.TEXTURE_2D, 0, 0);
            attached = false;
        }
        gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, boundBefore);
    }

    /** Frees what it made. */
    public void delete() {
        resolved.delete();
        if (own != 0) {
            gl.deleteFramebuffers(1, scratch.of(own));
            own = 0;
        }
    }
}
