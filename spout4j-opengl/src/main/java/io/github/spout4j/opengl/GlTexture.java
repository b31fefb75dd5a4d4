package io.github.spout4j.opengl;

import io.github.spout4j.opengl.context.Gl;

/**
 * A texture of OpenGL's, as its binding calls it: the number that glGenTextures gave. Level 0 counts. Make it once and keep it; sending it costs no
 * heap.
 *
 * @param name   what glGenTextures gave
 * @param target GL_TEXTURE_2D, GL_TEXTURE_RECTANGLE, GL_TEXTURE_2D_ARRAY or GL_TEXTURE_2D_MULTISAMPLE
 * @param layer  of an array texture; 0 of others
 * @param width  pixels
 * @param height pixels
 */
public record GlTexture(int name, int target, int layer, int width, int height) {
    private static final int MAXIMUM_SIDE = 16384;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException where no texture can be so
     */
    public GlTexture {
        if (name == 0) {
            throw new IllegalArgumentException("texture 0 is none; give what glGenTextures gave");
        }
        checkSize(width, height);
        if (layer < 0) {
            throw new IllegalArgumentException("the layer is " + layer + "; it must be 0 or more");
        }
        switch (target) {
            case Gl.TEXTURE_2D, Gl.TEXTURE_RECTANGLE, Gl.TEXTURE_2D_ARRAY, Gl.TEXTURE_2D_MULTISAMPLE -> {
            }
            default -> throw new IllegalArgumentException(
                    "spout4j sends no textures of target 0x" + Integer.toHexString(target)
                            + "; it sends GL_TEXTURE_2D, _RECTANGLE, _2D_ARRAY and _2D_MULTISAMPLE");
        }
    }

    static void checkSize(int width, int height) {
        if (width < 1 || height < 1 || width > MAXIMUM_SIDE || height > MAXIMUM_SIDE) {
            throw new IllegalArgumentException(
                    "the size is " + width + " × " + height + "; each side must be 1 to " + MAXIMUM_SIDE + " pixels");
        }
    }

    /**
     * A texture of GL_TEXTURE_2D.
     *
     * @param name   what glGenTextures gave
     * @param width  pixels
     * @param height pixels
     * @return the texture
     */
    public static GlTexture of(int name, int width, int height) {
        return new GlTexture(name, Gl.TEXTURE_2D, 0, width, height);
    }

    /**
     * A texture of GL_TEXTURE_RECTANGLE.
     *
     * @param name   what glGenTextures gave
     * @param width  pixels
     * @param height pixels
     * @return the texture
     */
    public static GlTexture rectangle(int name, int width, int height) {
        return new GlTexture(name, Gl.TEXTURE_RECTANGLE, 0, width, height);
    }

    /**
     * One layer of a texture of GL_TEXTURE_2D_ARRAY.
     *
     * @param name   what glGenTextures gave
     * @param layer  0 or more
     * @param width  pixels
     * @param height pixels
     * @return the layer
     */
    public static GlTexture layer(int name, int layer, int width, int height) {
        return new GlTexture(name, Gl.TEXTURE_2D_ARRAY, layer, width, height);
    }

    /**
     * A texture of GL_TEXTURE_2D_MULTISAMPLE, whose samples are resolved when it is sent.
     *
     * @param name   what glGenTextures gave
     * @param width  pixels
     * @param height pixels
     * @return the texture
     */
    public static GlTexture multisampled(int name, int width, int height) {
        return new GlTexture(name, Gl.TEXTURE_2D_MULTISAMPLE, 0, width, height);
    }

    @Override
    public String toString() {
        return "texture " + name;
    }
}
