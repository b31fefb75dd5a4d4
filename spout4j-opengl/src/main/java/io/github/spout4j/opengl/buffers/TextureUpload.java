package io.github.spout4j.opengl.buffers;

import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.textures.TextureStorage;

/** Puts pixels into textures of GL_TEXTURE_2D, whose storage it makes where the size is another; the context stays as it was. */
final class TextureUpload {
    private final GlFunctions gl;
    private final Scratch scratch;
    private final PixelStore store;
    private final PixelTransfer transfer;
    private final TextureStorage storage;

    TextureUpload(GlContext context, Scratch scratch) {
        this.scratch = scratch;
        gl = context.gl();
        store = PixelStore.unpack(context, scratch);
        transfer = new PixelTransfer(context, scratch);
        storage = new TextureStorage(context, scratch);
    }

    /**
     * Puts a frame into a texture. The frame's buffer, if it has one, is bound.
     *
     * @param ours whether the texture is of our making, so that its format follows the frames
     */
    void put(Upload frame, int texture, boolean ours) {
        int bound = scratch.integer(Gl.TEXTURE_BINDING_2D);
        gl.bindTexture(Gl.TEXTURE_2D, texture);
        store.set((long) frame.width() * frame.pixels().format().bytesPerPixel());
        transfer.set();
        try {
            GlPixels pixels = frame.pixels();
            if (storage.fits(texture, ours, frame.width(), frame.height(), pixels)) {
                gl.texSubImage2D(Gl.TEXTURE_2D, 0, 0, 0, frame.width(), frame.height(), pixels.components(),
                        pixels.type(), frame.offset());
            } else {
                storage.make(texture, frame.width(), frame.height(), pixels, frame.offset());
            }
        } finally {
            transfer.restore();
            store.restore();
            gl.bindTexture(Gl.TEXTURE_2D, bound);
        }
    }
}
