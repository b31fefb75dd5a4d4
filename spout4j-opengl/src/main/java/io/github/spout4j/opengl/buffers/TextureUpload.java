package io.github.spout4j.opengl.buffers;

import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.pixels.GlPixels;

/** Puts pixels into textures of GL_TEXTURE_2D, whose storage it makes where the size is another; the context stays as it was. */
final class TextureUpload {
    private final GlContext context;
    private final GlFunctions gl;
    private final Scratch scratch;
    private final PixelStore store;
    private final PixelTransfer transfer;
    private int lastTexture;
    private int lastWidth;
    private int lastHeight;
    private int lastInternalFormat;

    TextureUpload(GlContext context, Scratch scratch) {
        this.context = context;
        this.scratch = scratch;
        gl = context.gl();
        store = PixelStore.unpack(context, scratch);
        transfer = new PixelTransfer(context, scratch);
    }

    /** A new texture, smooth and without mipmaps. */
    int make() {
        int bound = scratch.integer(Gl.TEXTURE_BINDING_2D);
        gl.genTextures(1, scratch.address());
        int texture = scratch.value();
        gl.bindTexture(Gl.TEXTURE_2D, texture);
        gl.texParameteri(Gl.TEXTURE_2D, Gl.TEXTURE_MIN_FILTER, Gl.LINEAR);
        gl.texParameteri(Gl.TEXTURE_2D, Gl.TEXTURE_MAG_FILTER, Gl.LINEAR);
        gl.texParameteri(Gl.TEXTURE_2D, Gl.TEXTURE_WRAP_S, Gl.CLAMP_TO_EDGE);
        gl.texParameteri(Gl.TEXTURE_2D, Gl.TEXTURE_WRAP_T, Gl.CLAMP_TO_EDGE);
        gl.bindTexture(Gl.TEXTURE_2D, bound);
        return texture;
    }

    /**
     * Puts a frame into a texture. The frame's buffer, if it has one, is bound.
     *
     * @param ours whether {@link #make} made the texture, so that its format follows the frames
     */
    void put(Upload frame, int texture, boolean ours) {
        int bound = scratch.integer(Gl.TEXTURE_BINDING_2D);
        gl.bindTexture(Gl.TEXTURE_2D, texture);
        store.set((long) frame.width() * frame.pixels().format().bytesPerPixel());
        transfer.set();
        try {
            GlPixels pixels = frame.pixels();
            if (isOf(frame, texture, ours)) {
                gl.texSubImage2D(Gl.TEXTURE_2D, 0, 0, 0, frame.width(), frame.height(), pixels.components(),
                        pixels.type(),
                        frame.offset());
            } else {
                requireMutable(texture, frame);
                gl.texImage2D(Gl.TEXTURE_2D, 0, pixels.internalFormat(), frame.width(), frame.height(), 0,
                        pixels.components(),
                        pixels.type(), frame.offset());
                remember(frame, texture);
            }
        } finally {
            transfer.restore();
            store.restore();
            gl.bindTexture(Gl.TEXTURE_2D, bound);
        }
    }

    /** Whether the texture has the frame's size, and its format as far as one knows; it is bound. */
    private boolean isOf(Upload frame, int texture, boolean ours) {
        boolean remembered = texture == lastTexture && frame.width() == lastWidth && frame.height() == lastHeight
                && frame.pixels().internalFormat() == lastInternalFormat;
        if (!context.tellsTextureSizes()) {
            return remembered;
        }
        boolean sameSize = ask(Gl.TEXTURE_WIDTH) == frame.width() && ask(Gl.TEXTURE_HEIGHT) == frame.height();
        // a texture of the caller's making keeps its format, as long as OpenGL converts to it
        return sameSize && (remembered || texture != lastTexture && !ours && !context.version().es());
    }

    private int ask(int name) {
        gl.getTexLevelParameteriv(Gl.TEXTURE_2D, 0, name, scratch.address());
        return scratch.value();
    }

    private void requireMutable(int texture, Upload frame) {
        if (!context.tellsImmutableTextures()) {
            return;
        }
        gl.getTexParameteriv(Gl.TEXTURE_2D, Gl.TEXTURE_IMMUTABLE_FORMAT, scratch.of(0));
        if (scratch.value() != 0) {
            throw new SpoutException(
                    "the size of texture " + texture + " is fixed, as glTexStorage made it, and the frame is "
                            + frame.width() + " × " + frame.height()
                            + "; receive into a texture without storage, or by glTexImage2D");
        }
        gl.texParameteri(Gl.TEXTURE_2D, Gl.TEXTURE_MAX_LEVEL, 0);
    }

    private void remember(Upload frame, int texture) {
        lastTexture = texture;
        lastWidth = frame.width();
        lastHeight = frame.height();
        lastInternalFormat = frame.pixels().internalFormat();
    }
}
