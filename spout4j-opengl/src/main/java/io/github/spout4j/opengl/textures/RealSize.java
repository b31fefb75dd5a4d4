package io.github.spout4j.opengl.textures;

import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;

/** How large textures and renderbuffers really are, where the context tells. Asked for each frame, since a program may give them storage of another size at any time. */
public final class RealSize {
    private final GlContext context;
    private final GlFunctions gl;
    private final Scratch scratch;
    private int width;
    private int height;

    public RealSize(GlContext context, Scratch scratch) {
        this.context = context;
        this.scratch = scratch;
        gl = context.gl();
    }

    /** @throws IllegalArgumentException where it is smaller, so that pixels would be read that are none */
    public void requireTexture(int name, int target, int wantedWidth, int wantedHeight, Object what) {
        if (!context.tellsTextureSizes()) {
            return;
        }
        int bound = scratch.integer(binding(target));
        if (bound != name) {
            gl.bindTexture(target, name);
        }
        gl.getTexLevelParameteriv(target, 0, Gl.TEXTURE_WIDTH, scratch.address());
        width = scratch.value();
        gl.getTexLevelParameteriv(target, 0, Gl.TEXTURE_HEIGHT, scratch.address());
        height = scratch.value();
        if (bound != name) {
            gl.bindTexture(target, bound);
        }
        require(wantedWidth, wantedHeight, what);
    }

    /**
     * Of what the framebuffer that is bound to be read has attached.
     *
     * @throws IllegalArgumentException as {@link #requireTexture}
     */
    public void requireAttached(int attachment, int wantedWidth, int wantedHeight, Object what) {
        int type = ask(attachment, Gl.FRAMEBUFFER_ATTACHMENT_OBJECT_TYPE);
        int name = ask(attachment, Gl.FRAMEBUFFER_ATTACHMENT_OBJECT_NAME);
        // what was deleted stays attached, and has no name to ask by
        if (type == Gl.RENDERBUFFER && gl.isRenderbuffer(name)) {
            ofRenderbuffer(name);
        } else if (type == Gl.TEXTURE && context.tellsSizesByName() && gl.isTexture(name)) {
            ofTexture(name, ask(attachment, Gl.FRAMEBUFFER_ATTACHMENT_TEXTURE_LEVEL));
        } else {
            return;
        }
        require(wantedWidth, wantedHeight, what);
    }

    private int ask(int attachment, int name) {
        gl.getFramebufferAttachmentParameteriv(Gl.READ_FRAMEBUFFER, attachment, name, scratch.of(0));
        return scratch.value();
    }

    private void ofTexture(int name, int level) {
        gl.getTextureLevelParameteriv(name, level, Gl.TEXTURE_WIDTH, scratch.address());
        width = scratch.value();
        gl.getTextureLevelParameteriv(name, level, Gl.TEXTURE_HEIGHT, scratch.address());
        height = scratch.value();
    }

    private void ofRenderbuffer(int name) {
        int bound = scratch.integer(Gl.RENDERBUFFER_BINDING);
        gl.bindRenderbuffer(Gl.RENDERBUFFER, name);
        gl.getRenderbufferParameteriv(Gl.RENDERBUFFER, Gl.RENDERBUFFER_WIDTH, scratch.address());
        width = scratch.value();
        gl.getRenderbufferParameteriv(Gl.RENDERBUFFER, Gl.RENDERBUFFER_HEIGHT, scratch.address());
        height = scratch.value();
        gl.bindRenderbuffer(Gl.RENDERBUFFER, bound);
    }

    private void require(int wantedWidth, int wantedHeight, Object what) {
        if (wantedWidth > width || wantedHeight > height) {
            throw new IllegalArgumentException(
                    what + " is " + width + " × " + height + " pixels, and " + wantedWidth + " × " + wantedHeight
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
}
