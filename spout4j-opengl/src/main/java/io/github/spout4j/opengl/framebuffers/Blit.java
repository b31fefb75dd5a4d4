package io.github.spout4j.opengl.framebuffers;

import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;

/** From {@link #begin} to {@link #end}, blits copy every pixel as it stands, and another framebuffer may be bound to be drawn to. */
final class Blit {
    private final GlFunctions gl;
    private final Scratch scratch;
    private final boolean switchesSrgb;
    private int drawn;
    private boolean scissor;
    private boolean srgb;

    Blit(GlContext context, Scratch scratch) {
        gl = context.gl();
        this.scratch = scratch;
        switchesSrgb = context.switchesSrgb();
    }

    void begin() {
        drawn = scratch.integer(Gl.DRAW_FRAMEBUFFER_BINDING);
        scissor = gl.isEnabled(Gl.SCISSOR_TEST);
        if (scissor) {
            gl.disable(Gl.SCISSOR_TEST);
        }
        srgb = switchesSrgb && gl.isEnabled(Gl.FRAMEBUFFER_SRGB);
        if (srgb) {
            gl.disable(Gl.FRAMEBUFFER_SRGB);
        }
    }

    void end() {
        if (srgb) {
            gl.enable(Gl.FRAMEBUFFER_SRGB);
        }
        if (scissor) {
            gl.enable(Gl.SCISSOR_TEST);
        }
        gl.bindFramebuffer(Gl.DRAW_FRAMEBUFFER, drawn);
    }
}
