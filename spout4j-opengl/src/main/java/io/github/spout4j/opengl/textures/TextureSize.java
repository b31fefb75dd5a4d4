package io.github.spout4j.opengl.textures;

import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;

/** How large a texture really is, where the context tells. */
public final class TextureSize {
    private TextureSize() {}

    /** @throws IllegalArgumentException where it is smaller, so that pixels would be read that are none */
    public static void check(GlContext context, Scratch scratch, int name, int target, int width, int height,
            Object what) {
        if (!context.tellsTextureSizes()) {
            return;
        }
        GlFunctions gl = context.gl();
        int bound = scratch.integer(binding(target));
        if (bound != name) {
            gl.bindTexture(target, name);
        }
        int realWidth = ask(gl, scratch, target, Gl.TEXTURE_WIDTH);
        int realHeight = ask(gl, scratch, target, Gl.TEXTURE_HEIGHT);
        if (bound != name) {
            gl.bindTexture(target, bound);
        }
        if (width > realWidth || height > realHeight) {
            throw new IllegalArgumentException(
                    what + " is " + realWidth + " × " + realHeight + " pixels, and " + width + " × " + height
                            + " were asked for");
        }
    }

    private static int binding(int target) {
        return switch (target) {
            case Gl.TEXTURE_RECTANGLE -> Gl.TEXTURE_BINDING_RECTANGLE;
            case Gl.TEXTURE_2D_ARRAY -> Gl.TEXTURE_BINDING_2D_ARRAY;
            case Gl.TEXTURE_2D_MULTISAMPLE -> Gl.TEXTURE_BINDING_2D_MULTISAMPLE;
            default -> Gl.TEXTURE_BINDING_2D;
        };
    }

    private static int ask(GlFunctions gl, Scratch scratch, int target, int name) {
        gl.getTexLevelParameteriv(target, 0, name, scratch.address());
        return scratch.value();
    }
}
