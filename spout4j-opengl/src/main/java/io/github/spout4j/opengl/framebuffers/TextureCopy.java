package io.github.spout4j.opengl.framebuffers;

import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;

/** Copies to a texture of GL_TEXTURE_2D on the GPU, by one blit; the context stays as it was. For the thread of the context. */
public final class TextureCopy {
    private final GlFunctions gl;
    private final Scratch scratch;
    private final Blit blit;
    private final boolean flip;
    private int from;
    private int to;

    /** @param flip whether rows are turned */
    public TextureCopy(GlContext context, Scratch scratch, boolean flip) {
        this.scratch = scratch;
        this.flip = flip;
        gl = context.gl();
        blit = new Blit(context, scratch);
    }

    /**
     * Copies what is bound to be read.
     *
     * @return false where OpenGL cannot draw to such a texture
     */
    public boolean copyTo(int texture, int width, int height) {
        to = made(to);
        blit.begin();
        try {
            gl.bindFramebuffer(Gl.DRAW_FRAMEBUFFER, to);
            attach(Gl.DRAW_FRAMEBUFFER, texture);
            boolean complete = gl.checkFramebufferStatus(Gl.DRAW_FRAMEBUFFER) == Gl.FRAMEBUFFER_COMPLETE;
            if (complete) {
                gl.blitFramebuffer(0, 0, width, height, 0, flip ? height : 0, width, flip ? 0 : height,
                        Gl.COLOR_BUFFER_BIT, Gl.NEAREST);
            }
            attach(Gl.DRAW_FRAMEBUFFER, 0);
            return complete;
        } finally {
            blit.end();
        }
    }

    /**
     * Copies from one texture to another.
     *
     * @return false where OpenGL cannot
     */
    public boolean copy(int source, int target, int width, int height) {
        from = made(from);
        int bound = scratch.integer(Gl.READ_FRAMEBUFFER_BINDING);
        try {
            gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, from);
            attach(Gl.READ_FRAMEBUFFER, source);
            boolean copied = gl.checkFramebufferStatus(Gl.READ_FRAMEBUFFER) == Gl.FRAMEBUFFER_COMPLETE
                    && copyTo(target, width, height);
            attach(Gl.READ_FRAMEBUFFER, 0);
            return copied;
        } finally {
            gl.bindFramebuffer(Gl.READ_FRAMEBUFFER, bound);
        }
    }

    private int made(int framebuffer) {
        if (framebuffer != 0) {
            return framebuffer;
        }
        gl.genFramebuffers(1, scratch.address());
        return scratch.value();
    }

    private void attach(int target, int texture) {
        gl.framebufferTexture2D(target, Gl.COLOR_ATTACHMENT0, Gl.TEXTURE_2D, texture, 0);
    }

    /** Frees what it made. */
    public void delete() {
        delete(from);
        delete(to);
        from = 0;
        to = 0;
    }

    private void delete(int framebuffer) {
        if (framebuffer != 0) {
            gl.deleteFramebuffers(1, scratch.of(framebuffer));
        }
    }
}
