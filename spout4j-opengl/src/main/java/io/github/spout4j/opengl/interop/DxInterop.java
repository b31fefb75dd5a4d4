package io.github.spout4j.opengl.interop;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutTexture;
import io.github.spout4j.opengl.context.Gl;
import io.github.spout4j.opengl.context.GlFunctions;
import io.github.spout4j.opengl.context.Scratch;
import io.github.spout4j.opengl.ways.UnsuitableWayException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** WGL_NV_DX_interop2: the driver keeps OpenGL and Direct3D off a texture while the other uses it. */
public final class DxInterop implements Interop {
    private final GlFunctions gl;
    private final Scratch scratch;
    /** All that were opened: images of an earlier device may outlive it. */
    private final List<Long> handles = new ArrayList<>();
    private long device;
    private long handle;

    public DxInterop(GlFunctions gl, Scratch scratch) {
        this.gl = gl;
        this.scratch = scratch;
    }

    @Override
    public boolean takes(PixelFormat format) {
        return format != PixelFormat.BGRX8; // whose fourth byte is not OpenGL's alpha
    }

    @Override
    public SharedImage open(SpoutTexture texture, PixelFormat format, Use use) {
        if (device != texture.device()) {
            long opened = gl.dxOpenDevice(texture.device());
            if (opened == 0) {
                throw new UnsuitableWayException("the OpenGL driver does not work with the Direct3D device of \""
                        + texture.adapter().name() + "\": does OpenGL run on another graphics adapter?");
            }
            handles.add(opened);
            handle = opened;
            device = texture.device();
        }
        gl.genTextures(1, scratch.address());
        int name = scratch.value();
        long object = gl.dxRegisterObject(handle, texture.texture(), name, Gl.TEXTURE_2D,
                use == Use.READ ? Gl.ACCESS_READ_ONLY : Gl.ACCESS_WRITE_DISCARD);
        if (object == 0) {
            gl.deleteTextures(1, scratch.of(name));
            throw new UnsuitableWayException("the OpenGL driver does not take Direct3D textures of " + format);
        }
        return new Registered(handle, object, name);
    }

    @Override
    public void delete() {
        handles.forEach(gl::dxCloseDevice);
        handles.clear();
        device = 0;
    }

    private final class Registered implements SharedImage {
        private final long device;
        private final long object;
        private final int name;
        private final MemorySegment objects = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG);

        Registered(long device, long object, int name) {
            this.device = device;
            this.object = object;
            this.name = name;
            objects.set(ValueLayout.JAVA_LONG, 0, object);
        }

        @Override
        public int name() {
            return name;
        }

        @Override
        public void begin() {
            if (!gl.dxLockObjects(device, 1, objects.address())) {
                throw new UnsuitableWayException("the OpenGL driver does not lock a Direct3D texture");
            }
        }

        @Override
        public void end() {
            gl.dxUnlockObjects(device, 1, objects.address());
        }

        @Override
        public void delete() {
            gl.dxUnregisterObject(device, object);
            gl.deleteTextures(1, scratch.of(name));
        }
    }
}
