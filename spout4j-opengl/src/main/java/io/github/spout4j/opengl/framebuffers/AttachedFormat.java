package io.github.spout4j.opengl.framebuffers;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;

/** The format of what a framebuffer has attached, told by its bits, as no context tells it otherwise. */
final class AttachedFormat {
    private static final int BYTE_BITS = 8;
    private static final int HALF_BITS = 16;

    private final GlFunctions gl;
    private final Scratch scratch;

    AttachedFormat(GlFunctions gl, Scratch scratch) {
        this.gl = gl;
        this.scratch = scratch;
    }

    /**
     * Of the framebuffer that is bound to be read.
     *
     * @param attachment COLOR_ATTACHMENT0 and so on, or BACK_LEFT and so on
     * @param what       for messages: "texture 5"
     */
    PixelFormat of(int attachment, boolean window, Object what) {
        int red = ask(attachment, Gl.FRAMEBUFFER_ATTACHMENT_RED_SIZE);
        int green = ask(attachment, Gl.FRAMEBUFFER_ATTACHMENT_GREEN_SIZE);
        int blue = ask(attachment, Gl.FRAMEBUFFER_ATTACHMENT_BLUE_SIZE);
        int alpha = ask(attachment, Gl.FRAMEBUFFER_ATTACHMENT_ALPHA_SIZE);
        if (window) {
            // what a program draws there is for the screen, whatever the encoding
            return normalized(red, green, blue, alpha, false);
        }
        return switch (ask(attachment, Gl.FRAMEBUFFER_ATTACHMENT_COMPONENT_TYPE)) {
            case Gl.FLOAT -> floats(red, green, blue);
            case Gl.SIGNED_NORMALIZED -> red > BYTE_BITS ? PixelFormat.RGBA16_SNORM : PixelFormat.RGBA8_SNORM;
            case Gl.INT, Gl.UNSIGNED_INT -> throw new IllegalArgumentException(what
                    + " holds whole numbers, which are no colours; draw it to a texture such as RGBA8, and send that");
            default -> normalized(red, green, blue, alpha,
                    ask(attachment, Gl.FRAMEBUFFER_ATTACHMENT_COLOR_ENCODING) == Gl.SRGB);
        };
    }

    private int ask(int attachment, int name) {
        gl.getFramebufferAttachmentParameteriv(Gl.READ_FRAMEBUFFER, attachment, name, scratch.of(0));
        return scratch.value();
    }

    private static PixelFormat normalized(int red, int green, int blue, int alpha, boolean srgb) {
        if (red <= BYTE_BITS) {
            if (blue > 0 || alpha > 0 || green == 0 && red == 0) {
                return srgb ? PixelFormat.RGBA8_SRGB : PixelFormat.RGBA8;
            }
            return green > 0 ? PixelFormat.RG8 : PixelFormat.R8;
        }
        if (blue > 0 || alpha > 0) {
            return red <= PixelFormat.RGB10A2.bits(0) ? PixelFormat.RGB10A2 : PixelFormat.RGBA16;
        }
        return green > 0 ? PixelFormat.RG16 : PixelFormat.R16;
    }

    private static PixelFormat floats(int red, int green, int blue) {
        if (red == PixelFormat.R11G11B10F.bits(0)) {
            return PixelFormat.R11G11B10F;
        }
        boolean half = red <= HALF_BITS;
        if (blue > 0) {
            return half ? PixelFormat.RGBA16F : PixelFormat.RGBA32F;
        }
        if (green > 0) {
            return half ? PixelFormat.RG16F : PixelFormat.RG32F;
        }
        return half ? PixelFormat.R16F : PixelFormat.R32F;
    }
}
