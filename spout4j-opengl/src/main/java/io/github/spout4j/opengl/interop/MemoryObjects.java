package io.github.spout4j.opengl.interop;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutTexture;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.pixels.GlPixels;
import io.github.spout4j.opengl.ways.UnsuitableWayException;

/** GL_EXT_memory_object_win32: a shared texture's memory is a texture's of OpenGL. Who uses it when is the users' business. */
public final class MemoryObjects implements Interop {
    private static final int TRUE = 1;
    private static final int CALLS = 4;
    /** What it is, and what Wine 11 calls it. */
    private static final int[] HANDLE_TYPES = {Gl.HANDLE_TYPE_D3D11_IMAGE_KMT, Gl.HANDLE_TYPE_OPAQUE_WIN32_KMT};

    private final GlFunctions gl;
    private final Scratch scratch;

    public MemoryObjects(GlFunctions gl, Scratch scratch) {
        this.gl = gl;
        this.scratch = scratch;
    }

    @Override
    public boolean takes(PixelFormat format) {
        return switch (format) {
            // OpenGL has no textures whose blue comes first, and takes memory as it lies
            case BGRA8, BGRX8, BGRA8_SRGB -> false;
            default -> true;
        };
    }

    @Override
    public SharedImage open(SpoutTexture texture, PixelFormat format, Use use) {
        requireSameAdapter(texture);
        for (int type : HANDLE_TYPES) {
            Imported image = new Imported(texture, format, type);
            if (image.hasStorage(texture.width())) {
                return image;
            }
            image.delete();
            forgetRefusal();
        }
        throw new UnsuitableWayException("the OpenGL driver does not open Direct3D textures of " + format
                + " by their share handle");
    }

    /** Each call that was refused has left one error at most. */
    private void forgetRefusal() {
        for (int i = 0; i < CALLS && gl.getError() != Gl.NO_ERROR; i++) {
            // one less
        }
    }

    private void requireSameAdapter(SpoutTexture texture) {
        gl.getUnsignedBytev(Gl.DEVICE_LUID, scratch.address());
        if (scratch.longValue() != texture.adapter().luid()) {
            throw new UnsuitableWayException("OpenGL runs on another graphics adapter than \""
                    + texture.adapter().name() + "\", where Direct3D has the texture");
        }
    }

    @Override
    public void delete() {
        // nothing of its own
    }

    private final class Imported implements SharedImage {
        private final int memory;
        private final int name;

        Imported(SpoutTexture texture, PixelFormat format, int handleType) {
            gl.createMemoryObjects(1, scratch.address());
            memory = scratch.value();
            gl.memoryObjectParameteriv(memory, Gl.DEDICATED_MEMORY_OBJECT, scratch.of(TRUE));
            long bytes = (long) texture.width() * texture.height() * format.bytesPerPixel();
            gl.importMemoryWin32Handle(memory, bytes, handleType, texture.shareHandle());
            gl.genTextures(1, scratch.address());
            name = scratch.value();
            int bound = bind(name);
            gl.texStorageMem2D(Gl.TEXTURE_2D, 1, GlPixels.toWrite(format, false).internalFormat(), texture.width(),
                    texture.height(), memory, 0);
            gl.bindTexture(Gl.TEXTURE_2D, bound);
        }

        private int bind(int texture) {
            int bound = scratch.integer(Gl.TEXTURE_BINDING_2D);
            gl.bindTexture(Gl.TEXTURE_2D, texture);
            return bound;
        }

        boolean hasStorage(int width) {
            int bound = bind(name);
            gl.getTexLevelParameteriv(Gl.TEXTURE_2D, 0, Gl.TEXTURE_WIDTH, scratch.address());
            boolean has = scratch.value() == width;
            gl.bindTexture(Gl.TEXTURE_2D, bound);
            return has;
        }

        @Override
        public int name() {
            return name;
        }

        @Override
        public void begin() {
            // nobody else uses it: the ways see to that
        }

        @Override
        public void end() {
            // a fence tells when
        }

        @Override
        public void delete() {
            gl.deleteTextures(1, scratch.of(name));
            gl.deleteMemoryObjects(1, scratch.of(memory));
        }
    }
}
