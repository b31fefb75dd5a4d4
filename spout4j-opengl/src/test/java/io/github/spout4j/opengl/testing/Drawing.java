package io.github.spout4j.opengl.testing;

import io.github.spout4j.opengl.context.AnyGl;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.pixels.GlPixels;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;

/** What tests draw and look at, in the plainest way: no buffers, no state kept. */
public final class Drawing {
    /** The sides of {@link #rectangles}, pixels. */
    public static final int RECTANGLE = 16;

    private static final int FRAMEBUFFER = 0x8D40;

    private Drawing() {}

    /** A new name: of("Textures"). */
    public static int make(String what) {
        MemorySegment name = Arena.ofAuto().allocate(ValueLayout.JAVA_INT);
        AnyGl.call("glGen" + what, 1, name.address());
        return name.get(ValueLayout.JAVA_INT, 0);
    }

    public static void delete(String what, int name) {
        AnyGl.call("glDelete" + what, 1, Arena.ofAuto().allocateFrom(ValueLayout.JAVA_INT, name).address());
    }

    /** A texture of that target with those pixels, the lowest row first. */
    public static int texture(int target, GlPixels pixels, int width, int height, MemorySegment bytes) {
        int texture = make("Textures");
        AnyGl.call("glBindTexture", target, texture);
        AnyGl.call("glPixelStorei", Gl.UNPACK_ALIGNMENT, 1);
        AnyGl.call("glTexImage2D", target, 0, pixels.internalFormat(), width, height, 0, pixels.components(),
                pixels.type(),
                bytes == null ? 0L : bytes.address());
        AnyGl.call("glTexParameteri", target, Gl.TEXTURE_MIN_FILTER, Gl.NEAREST);
        AnyGl.call("glBindTexture", target, 0);
        return texture;
    }

    public static int texture(GlPixels pixels, int width, int height, MemorySegment bytes) {
        return texture(Gl.TEXTURE_2D, pixels, width, height, bytes);
    }

    /** A framebuffer with that texture. */
    public static int framebuffer(int target, int texture) {
        int framebuffer = make("Framebuffers");
        AnyGl.call("glBindFramebuffer", FRAMEBUFFER, framebuffer);
        AnyGl.call("glFramebufferTexture2D", FRAMEBUFFER, Gl.COLOR_ATTACHMENT0, target, texture, 0);
        AnyGl.call("glBindFramebuffer", FRAMEBUFFER, 0);
        return framebuffer;
    }

    /** A framebuffer with a renderbuffer of GL_RGBA8. */
    public static int framebufferOfRenderbuffer(int width, int height) {
        int renderbuffer = make("Renderbuffers");
        AnyGl.call("glBindRenderbuffer", Gl.RENDERBUFFER, renderbuffer);
        AnyGl.call("glRenderbufferStorage", Gl.RENDERBUFFER, Gl.RGBA8, width, height);
        AnyGl.call("glBindRenderbuffer", Gl.RENDERBUFFER, 0);
        int framebuffer = make("Framebuffers");
        AnyGl.call("glBindFramebuffer", FRAMEBUFFER, framebuffer);
        AnyGl.call("glFramebufferRenderbuffer", FRAMEBUFFER, Gl.COLOR_ATTACHMENT0, Gl.RENDERBUFFER, renderbuffer);
        AnyGl.call("glBindFramebuffer", FRAMEBUFFER, 0);
        return framebuffer;
    }

    /** Binds a framebuffer, to be drawn to and read; 0 for the window's. */
    public static void bind(int framebuffer) {
        AnyGl.call("glBindFramebuffer", FRAMEBUFFER, framebuffer);
    }

    /** Fills what is bound with rectangles of colours that are exact in 8 bits, all different. */
    public static void rectangles(int width, int height, int seed) {
        AnyGl.call("glEnable", Gl.SCISSOR_TEST);
        Random random = new Random(seed);
        for (int y = 0; y < height; y += RECTANGLE) {
            for (int x = 0; x < width; x += RECTANGLE) {
                AnyGl.call("glScissor", x, y, RECTANGLE, RECTANGLE);
                AnyGl.call("glClearColor", random.nextInt(256) / 255f, random.nextInt(256) / 255f,
                        random.nextInt(256) / 255f,
                        random.nextInt(256) / 255f);
                AnyGl.call("glClear", Gl.COLOR_BUFFER_BIT);
            }
        }
        AnyGl.call("glDisable", Gl.SCISSOR_TEST);
    }

    /** The pixels of what is bound to be read, the lowest row first. */
    public static MemorySegment read(GlPixels pixels, int width, int height) {
        MemorySegment bytes = Arena.ofAuto().allocate((long) width * height * pixels.format().bytesPerPixel());
        AnyGl.call("glPixelStorei", Gl.PACK_ALIGNMENT, 1);
        AnyGl.call("glReadPixels", 0, 0, width, height, pixels.components(), pixels.type(), bytes.address());
        return bytes;
    }

    /** The pixels of a texture of GL_TEXTURE_2D, the lowest row first. */
    public static MemorySegment readTexture(int texture, GlPixels pixels, int width, int height) {
        int framebuffer = framebuffer(Gl.TEXTURE_2D, texture);
        AnyGl.call("glBindFramebuffer", FRAMEBUFFER, framebuffer);
        MemorySegment bytes = read(pixels, width, height);
        AnyGl.call("glBindFramebuffer", FRAMEBUFFER, 0);
        delete("Framebuffers", framebuffer);
        return bytes;
    }

    /** Bytes that are pixels of any format, and no NaN of one. */
    public static MemorySegment noise(GlPixels pixels, int width, int height, int seed) {
        MemorySegment bytes = Arena.ofAuto().allocate((long) width * height * pixels.format().bytesPerPixel());
        Random random = new Random(seed);
        boolean floats = pixels.type() == Gl.FLOAT || pixels.type() == Gl.HALF_FLOAT
                || pixels.type() == Gl.UNSIGNED_INT_10F_11F_11F_REV;
        for (long i = 0; i < bytes.byteSize(); i++) {
            // floats: no exponent of ones, whose numbers need not come back as the same bits
            bytes.set(ValueLayout.JAVA_BYTE, i, (byte) (floats ? random.nextInt(0x38) : signed(pixels, random)));
        }
        return bytes;
    }

    /** The lowest signed number means the same as its neighbour, and comes back as that. */
    private static int signed(GlPixels pixels, Random random) {
        boolean signed = pixels.type() == Gl.BYTE || pixels.type() == Gl.SHORT;
        return signed ? random.nextInt(0x7F) : random.nextInt(0x100);
    }

    /** The same rows, the highest first. */
    public static MemorySegment turned(MemorySegment pixels, int height) {
        MemorySegment turned = Arena.ofAuto().allocate(pixels.byteSize());
        long row = pixels.byteSize() / height;
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(pixels, y * row, turned, (height - 1 - y) * row, row);
        }
        return turned;
    }
}
