package io.github.spout4j.opengl.framebuffers;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.pixels.GlPixels;

/** One sample a pixel of what has several: a framebuffer of our own, to be read instead. */
final class Resolved {
    private final GlContext context;
    private final GlFunctions gl;
    private final Scratch scratch;
    private final Blit blit;
    private int framebuffer;
    private int renderbuffer;
    private PixelFormat format;
    private int width;
    private int height;

    Resolved(GlContext context, Scratch scratch) {
        this.context = context;
        this.scratch = scratch;
        gl = context.gl();
        blit = new Blit(context, scratch);
    }

    /** Resolves the framebuffer that is bound to be read, and binds its own instead. */
    void resolve(PixelFormat wanted, int newWidth, int newHeight) {
        blit.begin();
        try {
            make(wanted, newWidth, newHeight);
            gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, Gl.COLOR_BUFFER_BIT, Gl.NEAREST);
        } finally {
            blit.end();
        }
        gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, framebuffer);
    }

    private void make(PixelFormat wanted, int newWidth, int newHeight) {
        if (framebuffer == 0) {
            gl.genFramebuffers(1, scratch.address());
            framebuffer = scratch.value();
            gl.genRenderbuffers(1, scratch.address());
            renderbuffer = scratch.value();
        }
        gl.bindFramebuffer(Gl.DRAW_FRAMEBUFFER, framebuffer);
        if (wanted != format || newWidth != width || newHeight != height) {
            int bound = scratch.integer(Gl.RENDERBUFFER_BINDING);
            gl.bindRenderbuffer(Gl.RENDERBUFFER, renderbuffer);
            gl.renderbufferStorage(Gl.RENDERBUFFER, GlPixels.toWrite(wanted, context.version().es()).internalFormat(),
                    newWidth,
                    newHeight);
            gl.bindRenderbuffer(Gl.RENDERBUFFER, bound);
            gl.framebufferRenderbuffer(Gl.DRAW_FRAMEBUFFER, Gl.COLOR_ATTACHMENT0, Gl.RENDERBUFFER, renderbuffer);
            format = wanted;
            width = newWidth;
            height = newHeight;
        }
    }

    void delete() {
        if (framebuffer != 0) {
            gl.deleteFramebuffers(1, scratch.of(framebuffer));
            gl.deleteRenderbuffers(1, scratch.of(renderbuffer));
            framebuffer = 0;
            format = null;
        }
    }
}
