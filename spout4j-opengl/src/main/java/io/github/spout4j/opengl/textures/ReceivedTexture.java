package io.github.spout4j.opengl.textures;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;

/** The texture of a receiver's own, and what frame was received last; whichever way it came. */
public final class ReceivedTexture {
    private final GlFunctions gl;
    private final Scratch scratch;
    private int name;
    private int width;
    private int height;
    private PixelFormat format;
    private long number;

    public ReceivedTexture(GlFunctions gl, Scratch scratch) {
        this.gl = gl;
        this.scratch = scratch;
    }

    /** 0 where there is none yet. */
    public int name() {
        return name;
    }

    /** Makes it, smooth and without mipmaps, where there is none; it has no storage then. */
    public int made() {
        if (name == 0) {
            int bound = scratch.integer(Gl.TEXTURE_BINDING_2D);
            gl.genTextures(1, scratch.address());
            name = scratch.value();
            gl.bindTexture(Gl.TEXTURE_2D, name);
            gl.texParameteri(Gl.TEXTURE_2D, Gl.TEXTURE_MIN_FILTER, Gl.LINEAR);
            gl.texParameteri(Gl.TEXTURE_2D, Gl.TEXTURE_MAG_FILTER, Gl.LINEAR);
            gl.texParameteri(Gl.TEXTURE_2D, Gl.TEXTURE_WRAP_S, Gl.CLAMP_TO_EDGE);
            gl.texParameteri(Gl.TEXTURE_2D, Gl.TEXTURE_WRAP_T, Gl.CLAMP_TO_EDGE);
            gl.bindTexture(Gl.TEXTURE_2D, bound);
        }
        return name;
    }

    /** Tells of the frame that came last. */
    public void describe(int newWidth, int newHeight, PixelFormat newFormat, long newNumber) {
        width = newWidth;
        height = newHeight;
        format = newFormat;
        number = newNumber;
    }

    /** Pixels; 0 before the first frame. */
    public int width() {
        return width;
    }

    /** Pixels; 0 before the first frame. */
    public int height() {
        return height;
    }

    /** As what its pixels were given to OpenGL; null before the first frame. */
    public PixelFormat format() {
        return format;
    }

    public long number() {
        return number;
    }

    public void delete() {
        if (name != 0) {
            gl.deleteTextures(1, scratch.of(name));
            name = 0;
        }
    }
}
