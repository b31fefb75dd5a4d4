package io.github.spout4j.opengl.buffers;

import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlContext;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How pixels lie in memory for OpenGL: rows without gaps from here on, and as it was before after {@link #restore}. */
final class PixelStore {
    private static final int[] PACK = {Gl.PACK_ALIGNMENT, Gl.PACK_ROW_LENGTH, Gl.PACK_SKIP_ROWS, Gl.PACK_SKIP_PIXELS};
    private static final int[] UNPACK = {Gl.UNPACK_ALIGNMENT, Gl.UNPACK_ROW_LENGTH, Gl.UNPACK_SKIP_ROWS,
            Gl.UNPACK_SKIP_PIXELS};
    private static final int[] DESKTOP_PACK = {Gl.PACK_SWAP_BYTES, Gl.PACK_LSB_FIRST};
    private static final int[] DESKTOP_UNPACK = {Gl.UNPACK_SWAP_BYTES, Gl.UNPACK_LSB_FIRST};

    private final GlFunctions gl;
    private final Scratch scratch;
    private final int[] names;
    private final int[] before;
    private int alignment;

    private PixelStore(GlContext context, Scratch scratch, int[] names, int[] desktop, int... more) {
        gl = context.gl();
        this.scratch = scratch;
        this.names = Stream.of(names, context.version().es() ? new int[0] : desktop, more).flatMapToInt(IntStream::of)
                .toArray();
        before = new int[this.names.length];
    }

    /** For what is read from OpenGL. */
    static PixelStore pack(GlContext context, Scratch scratch) {
        return context.has("GL_MESA_pack_invert")
                ? new PixelStore(context, scratch, PACK, DESKTOP_PACK, Gl.PACK_INVERT_MESA)
                : new PixelStore(context, scratch, PACK, DESKTOP_PACK);
    }

    /** For what is given to OpenGL. */
    static PixelStore unpack(GlContext context, Scratch scratch) {
        return new PixelStore(context, scratch, UNPACK, DESKTOP_UNPACK);
    }

    /** For rows of so many bytes. */
    void set(long rowBytes) {
        alignment = rowBytes % Integer.BYTES == 0 ? Integer.BYTES : 1;
        for (int i = 0; i < names.length; i++) {
            before[i] = scratch.integer(names[i]);
            change(i, before[i], i == 0 ? alignment : 0);
        }
    }

    void restore() {
        for (int i = 0; i < names.length; i++) {
            change(i, i == 0 ? alignment : 0, before[i]);
        }
    }

    private void change(int i, int from, int to) {
        if (from != to) {
            gl.pixelStorei(names[i], to);
        }
    }
}
