package io.github.spout4j.opengl.buffers;

import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;

/** What compatibility contexts do to colours on their way between memory and OpenGL: nothing from {@link #set} to {@link #restore}. */
final class PixelTransfer {
    private static final int[] NAMES = {Gl.MAP_COLOR, Gl.RED_SCALE, Gl.GREEN_SCALE, Gl.BLUE_SCALE, Gl.ALPHA_SCALE,
            Gl.RED_BIAS, Gl.GREEN_BIAS, Gl.BLUE_BIAS, Gl.ALPHA_BIAS};
    private static final float[] NEUTRAL = {0, 1, 1, 1, 1, 0, 0, 0, 0};

    private final GlFunctions gl;
    private final Scratch scratch;
    private final boolean there;
    private final float[] before = NEUTRAL.clone();

    PixelTransfer(GlContext context, Scratch scratch) {
        gl = context.gl();
        this.scratch = scratch;
        there = context.hasPixelTransfer();
    }

    void set() {
        for (int i = 0; there && i < NAMES.length; i++) {
            before[i] = scratch.number(NAMES[i]);
            change(i, before[i], NEUTRAL[i]);
        }
    }

    void restore() {
        for (int i = 0; there && i < NAMES.length; i++) {
            change(i, NEUTRAL[i], before[i]);
        }
    }

    private void change(int i, float from, float to) {
        if (from != to) {
            gl.pixelTransferf(NAMES[i], to);
        }
    }
}
