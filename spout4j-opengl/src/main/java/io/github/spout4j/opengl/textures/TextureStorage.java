package io.github.spout4j.opengl.textures;

import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.pixels.GlPixels;

/** What is known of the storage of textures of GL_TEXTURE_2D that frames go to, and how it is made where there is none that fits. */
public final class TextureStorage {
    private final GlContext context;
    private final GlFunctions gl;
    private final Scratch scratch;
    private int lastTexture;
    private int lastWidth;
    private int lastHeight;
    private int lastInternalFormat;

    public TextureStorage(GlContext context, Scratch scratch) {
        this.context = context;
        this.scratch = scratch;
        gl = context.gl();
    }

    /**
     * Whether the texture, which is bound, has that size, and that format as far as one knows.
     *
     * @param ours whether the texture is of our making, so that its format follows the frames
     */
    public boolean fits(int texture, boolean ours, int width, int height, GlPixels pixels) {
        boolean remembered = texture == lastTexture && width == lastWidth && height == lastHeight
                && pixels.internalFormat() == lastInternalFormat;
        if (!context.tellsTextureSizes()) {
            return remembered;
        }
        boolean sameSize = ask(Gl.TEXTURE_WIDTH) == width && ask(Gl.TEXTURE_HEIGHT) == height;
        // a texture of the caller's making keeps its format, as long as OpenGL converts to it
        return sameSize && (remembered || texture != lastTexture && !ours && !context.version().es());
    }

    private int ask(int name) {
        gl.getTexLevelParameteriv(Gl.TEXTURE_2D, 0, name, scratch.address());
        return scratch.value();
    }

    /**
     * Makes storage for the texture, which is bound.
     *
     * @param offset where the pixels to begin with are: in the pixel buffer that is bound, or an address; 0 for none
     * @throws SpoutException where the texture has some, of a size that is fixed
     */
    public void make(int texture, int width, int height, GlPixels pixels, long offset) {
        requireMutable(texture, width, height);
        gl.texImage2D(Gl.TEXTURE_2D, 0, pixels.internalFormat(), width, height, 0, pixels.components(), pixels.type(),
                offset);
        lastTexture = texture;
        lastWidth = width;
        lastHeight = height;
        lastInternalFormat = pixels.internalFormat();
    }

    private void requireMutable(int texture, int width, int height) {
        if (!context.tellsImmutableTextures()) {
            return;
        }
        gl.getTexParameteriv(Gl.TEXTURE_2D, Gl.TEXTURE_IMMUTABLE_FORMAT, scratch.of(0));
        if (scratch.value() != 0) {
            throw new SpoutException(
                    "the size of texture " + texture + " is fixed, as glTexStorage made it, and the frame is " + width
                            + " × " + height + "; receive into a texture without storage, or by glTexImage2D");
        }
        gl.texParameteri(Gl.TEXTURE_2D, Gl.TEXTURE_MAX_LEVEL, 0);
    }
}
