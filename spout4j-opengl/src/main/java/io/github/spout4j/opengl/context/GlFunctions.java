package io.github.spout4j.opengl.context;

import io.github.spout4j.SpoutException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The functions of OpenGL that this module calls, and those of WGL, of one driver: the one table of them. Names, order and types of arguments are OpenGL's; pointers,
 * fences, handles and sizes are longs. Called for the context that is current on the calling thread. What some contexts lack is null here and asked for by
 * {@link GlContext} before; calling it is an error that names it.
 */
public final class GlFunctions {
    private static final MethodHandle BYTE_OF_I = Calls.handle(Calls.BYTE, Calls.INT);
    private static final MethodHandle INT_OF = Calls.handle(Calls.INT);
    private static final MethodHandle INT_OF_I = Calls.handle(Calls.INT, Calls.INT);
    private static final MethodHandle INT_OF_LIL = Calls.handle(Calls.INT, Calls.LONG, Calls.INT, Calls.LONG);
    private static final MethodHandle LONG_OF_II = Calls.handle(Calls.LONG, Calls.INT, Calls.INT);
    private static final MethodHandle LONG_OF_ILLI = Calls.handle(Calls.LONG, Calls.INT, Calls.LONG, Calls.LONG,
            Calls.INT);
    private static final MethodHandle VOID_OF = Calls.handle(null);
    private static final MethodHandle VOID_OF_I = Calls.handle(null, Calls.INT);
    private static final MethodHandle VOID_OF_IF = Calls.handle(null, Calls.INT, Calls.FLOAT);
    private static final MethodHandle VOID_OF_II = Calls.handle(null, Calls.INT, Calls.INT);
    private static final MethodHandle VOID_OF_III = Calls.handle(null, Calls.INT, Calls.INT, Calls.INT);
    private static final MethodHandle VOID_OF_IIII = Calls.handle(null, Calls.INT, Calls.INT, Calls.INT, Calls.INT);
    private static final MethodHandle VOID_OF_IIIII = Calls.handle(null, Calls.INT, Calls.INT, Calls.INT, Calls.INT,
            Calls.INT);
    private static final MethodHandle VOID_OF_IIIIIIIIII = Calls.handle(null, Calls.INT, Calls.INT, Calls.INT,
            Calls.INT, Calls.INT, Calls.INT, Calls.INT, Calls.INT, Calls.INT, Calls.INT);
    private static final MethodHandle VOID_OF_IIIIIIIIL = Calls.handle(null, Calls.INT, Calls.INT, Calls.INT, Calls.INT,
            Calls.INT, Calls.INT, Calls.INT, Calls.INT, Calls.LONG);
    private static final MethodHandle VOID_OF_IIIIIIL = Calls.handle(null, Calls.INT, Calls.INT, Calls.INT, Calls.INT,
            Calls.INT, Calls.INT, Calls.LONG);
    private static final MethodHandle VOID_OF_IIIL = Calls.handle(null, Calls.INT, Calls.INT, Calls.INT, Calls.LONG);
    private static final MethodHandle VOID_OF_IIL = Calls.handle(null, Calls.INT, Calls.INT, Calls.LONG);
    private static final MethodHandle VOID_OF_IL = Calls.handle(null, Calls.INT, Calls.LONG);
    private static final MethodHandle VOID_OF_ILLI = Calls.handle(null, Calls.INT, Calls.LONG, Calls.LONG, Calls.INT);
    private static final MethodHandle VOID_OF_ILIL = Calls.handle(null, Calls.INT, Calls.LONG, Calls.INT, Calls.LONG);
    private static final MethodHandle INT_OF_L = Calls.handle(Calls.INT, Calls.LONG);
    private static final MethodHandle INT_OF_LL = Calls.handle(Calls.INT, Calls.LONG, Calls.LONG);
    private static final MethodHandle LONG_OF_L = Calls.handle(Calls.LONG, Calls.LONG);
    private static final MethodHandle LONG_OF_LLIII = Calls.handle(Calls.LONG, Calls.LONG, Calls.LONG, Calls.INT,
            Calls.INT, Calls.INT);
    private static final MethodHandle VOID_OF_L = Calls.handle(null, Calls.LONG);

    private final String version;
    private final MemorySegment getError;
    private final MemorySegment getStringi;
    private final MemorySegment getIntegerv;
    private final MemorySegment getFloatv;
    private final MemorySegment isEnabled;
    private final MemorySegment enable;
    private final MemorySegment disable;
    private final MemorySegment readBuffer;
    private final MemorySegment pixelStorei;
    private final MemorySegment pixelTransferf;
    private final MemorySegment clampColor;
    private final MemorySegment flush;
    private final MemorySegment genBuffers;
    private final MemorySegment deleteBuffers;
    private final MemorySegment bindBuffer;
    private final MemorySegment bufferData;
    private final MemorySegment bufferStorage;
    private final MemorySegment mapBufferRange;
    private final MemorySegment unmapBuffer;
    private final MemorySegment genFramebuffers;
    private final MemorySegment deleteFramebuffers;
    private final MemorySegment bindFramebuffer;
    private final MemorySegment checkFramebufferStatus;
    private final MemorySegment framebufferTexture2D;
    private final MemorySegment framebufferTextureLayer;
    private final MemorySegment framebufferRenderbuffer;
    private final MemorySegment getFramebufferAttachmentParameteriv;
    private final MemorySegment getRenderbufferParameteriv;
    private final MemorySegment getTextureLevelParameteriv;
    private final MemorySegment blitFramebuffer;
    private final MemorySegment readPixels;
    private final MemorySegment genRenderbuffers;
    private final MemorySegment deleteRenderbuffers;
    private final MemorySegment bindRenderbuffer;
    private final MemorySegment renderbufferStorage;
    private final MemorySegment isFramebuffer;
    private final MemorySegment isRenderbuffer;
    private final MemorySegment isTexture;
    private final MemorySegment genTextures;
    private final MemorySegment deleteTextures;
    private final MemorySegment bindTexture;
    private final MemorySegment texParameteri;
    private final MemorySegment getTexParameteriv;
    private final MemorySegment getTexLevelParameteriv;
    private final MemorySegment texImage2D;
    private final MemorySegment texSubImage2D;
    private final MemorySegment fenceSync;
    private final MemorySegment clientWaitSync;
    private final MemorySegment deleteSync;
    private final MemorySegment getGraphicsResetStatus;
    private final MemorySegment createMemoryObjects;
    private final MemorySegment deleteMemoryObjects;
    private final MemorySegment memoryObjectParameteriv;
    private final MemorySegment importMemoryWin32Handle;
    private final MemorySegment texStorageMem2D;
    private final MemorySegment getUnsignedBytev;
    private final MemorySegment dxOpenDevice;
    private final MemorySegment dxCloseDevice;
    private final MemorySegment dxRegisterObject;
    private final MemorySegment dxUnregisterObject;
    private final MemorySegment dxLockObjects;
    private final MemorySegment dxUnlockObjects;

    /** @param version as the driver tells it, for messages */
    GlFunctions(ContextSystem system, String version) {
        this.version = system.name() + " context of OpenGL " + version;
        getError = find(system, "glGetError");
        getStringi = find(system, "glGetStringi");
        getIntegerv = find(system, "glGetIntegerv");
        getFloatv = find(system, "glGetFloatv");
        isEnabled = find(system, "glIsEnabled");
        enable = find(system, "glEnable");
        disable = find(system, "glDisable");
        readBuffer = find(system, "glReadBuffer");
        pixelStorei = find(system, "glPixelStorei");
        pixelTransferf = find(system, "glPixelTransferf");
        clampColor = find(system, "glClampColor");
        flush = find(system, "glFlush");
        genBuffers = find(system, "glGenBuffers");
        deleteBuffers = find(system, "glDeleteBuffers");
        bindBuffer = find(system, "glBindBuffer");
        bufferData = find(system, "glBufferData");
        bufferStorage = find(system, "glBufferStorage");
        mapBufferRange = find(system, "glMapBufferRange");
        unmapBuffer = find(system, "glUnmapBuffer");
        genFramebuffers = find(system, "glGenFramebuffers");
        deleteFramebuffers = find(system, "glDeleteFramebuffers");
        bindFramebuffer = find(system, "glBindFramebuffer");
        checkFramebufferStatus = find(system, "glCheckFramebufferStatus");
        framebufferTexture2D = find(system, "glFramebufferTexture2D");
        framebufferTextureLayer = find(system, "glFramebufferTextureLayer");
        framebufferRenderbuffer = find(system, "glFramebufferRenderbuffer");
        getFramebufferAttachmentParameteriv = find(system, "glGetFramebufferAttachmentParameteriv");
        getRenderbufferParameteriv = find(system, "glGetRenderbufferParameteriv");
        getTextureLevelParameteriv = find(system, "glGetTextureLevelParameteriv");
        blitFramebuffer = find(system, "glBlitFramebuffer");
        readPixels = find(system, "glReadPixels");
        genRenderbuffers = find(system, "glGenRenderbuffers");
        deleteRenderbuffers = find(system, "glDeleteRenderbuffers");
        bindRenderbuffer = find(system, "glBindRenderbuffer");
        renderbufferStorage = find(system, "glRenderbufferStorage");
        isFramebuffer = find(system, "glIsFramebuffer");
        isRenderbuffer = find(system, "glIsRenderbuffer");
        isTexture = find(system, "glIsTexture");
        genTextures = find(system, "glGenTextures");
        deleteTextures = find(system, "glDeleteTextures");
        bindTexture = find(system, "glBindTexture");
        texParameteri = find(system, "glTexParameteri");
        getTexParameteriv = find(system, "glGetTexParameteriv");
        getTexLevelParameteriv = find(system, "glGetTexLevelParameteriv");
        texImage2D = find(system, "glTexImage2D");
        texSubImage2D = find(system, "glTexSubImage2D");
        fenceSync = find(system, "glFenceSync");
        clientWaitSync = find(system, "glClientWaitSync");
        deleteSync = find(system, "glDeleteSync");
        getGraphicsResetStatus = find(system, "glGetGraphicsResetStatus");
        createMemoryObjects = find(system, "glCreateMemoryObjectsEXT");
        deleteMemoryObjects = find(system, "glDeleteMemoryObjectsEXT");
        memoryObjectParameteriv = find(system, "glMemoryObjectParameterivEXT");
        importMemoryWin32Handle = find(system, "glImportMemoryWin32HandleEXT");
        texStorageMem2D = find(system, "glTexStorageMem2DEXT");
        getUnsignedBytev = find(system, "glGetUnsignedBytevEXT");
        dxOpenDevice = find(system, "wglDXOpenDeviceNV");
        dxCloseDevice = find(system, "wglDXCloseDeviceNV");
        dxRegisterObject = find(system, "wglDXRegisterObjectNV");
        dxUnregisterObject = find(system, "wglDXUnregisterObjectNV");
        dxLockObjects = find(system, "wglDXLockObjectsNV");
        dxUnlockObjects = find(system, "wglDXUnlockObjectsNV");
    }

    private static MemorySegment find(ContextSystem system, String function) {
        long address = system.find(function);
        return address == 0 ? null : MemorySegment.ofAddress(address);
    }

    private MemorySegment need(MemorySegment function, String name) {
        if (function == null) {
            throw new SpoutException("this " + version + " lacks " + name
                    + ", which spout4j needs; update the graphics driver, or ask for a newer context");
        }
        return function;
    }

    public int getError() {
        try {
            return (int) INT_OF.invokeExact(need(getError, "glGetError"));
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public long getStringi(int name, int index) {
        try {
            return (long) LONG_OF_II.invokeExact(need(getStringi, "glGetStringi"), name, index);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void getIntegerv(int name, long values) {
        try {
            VOID_OF_IL.invokeExact(need(getIntegerv, "glGetIntegerv"), name, values);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void getFloatv(int name, long values) {
        try {
            VOID_OF_IL.invokeExact(need(getFloatv, "glGetFloatv"), name, values);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public boolean isEnabled(int capability) {
        try {
            return (byte) BYTE_OF_I.invokeExact(need(isEnabled, "glIsEnabled"), capability) != 0;
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void enable(int capability) {
        try {
            VOID_OF_I.invokeExact(need(enable, "glEnable"), capability);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void disable(int capability) {
        try {
            VOID_OF_I.invokeExact(need(disable, "glDisable"), capability);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void readBuffer(int buffer) {
        try {
            VOID_OF_I.invokeExact(need(readBuffer, "glReadBuffer"), buffer);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void pixelStorei(int name, int value) {
        try {
            VOID_OF_II.invokeExact(need(pixelStorei, "glPixelStorei"), name, value);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void pixelTransferf(int name, float value) {
        try {
            VOID_OF_IF.invokeExact(need(pixelTransferf, "glPixelTransferf"), name, value);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void clampColor(int target, int clamp) {
        try {
            VOID_OF_II.invokeExact(need(clampColor, "glClampColor"), target, clamp);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void flush() {
        try {
            VOID_OF.invokeExact(need(flush, "glFlush"));
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void genBuffers(int count, long names) {
        try {
            VOID_OF_IL.invokeExact(need(genBuffers, "glGenBuffers"), count, names);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void deleteBuffers(int count, long names) {
        try {
            VOID_OF_IL.invokeExact(need(deleteBuffers, "glDeleteBuffers"), count, names);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void bindBuffer(int target, int buffer) {
        try {
            VOID_OF_II.invokeExact(need(bindBuffer, "glBindBuffer"), target, buffer);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void bufferData(int target, long size, long data, int usage) {
        try {
            VOID_OF_ILLI.invokeExact(need(bufferData, "glBufferData"), target, size, data, usage);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void bufferStorage(int target, long size, long data, int flags) {
        try {
            VOID_OF_ILLI.invokeExact(need(bufferStorage, "glBufferStorage"), target, size, data, flags);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public long mapBufferRange(int target, long offset, long length, int access) {
        try {
            return (long) LONG_OF_ILLI.invokeExact(need(mapBufferRange, "glMapBufferRange"), target, offset, length,
                    access);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public boolean unmapBuffer(int target) {
        try {
            return (byte) BYTE_OF_I.invokeExact(need(unmapBuffer, "glUnmapBuffer"), target) != 0;
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void genFramebuffers(int count, long names) {
        try {
            VOID_OF_IL.invokeExact(need(genFramebuffers, "glGenFramebuffers"), count, names);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void deleteFramebuffers(int count, long names) {
        try {
            VOID_OF_IL.invokeExact(need(deleteFramebuffers, "glDeleteFramebuffers"), count, names);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void bindFramebuffer(int target, int framebuffer) {
        try {
            VOID_OF_II.invokeExact(need(bindFramebuffer, "glBindFramebuffer"), target, framebuffer);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public int checkFramebufferStatus(int target) {
        try {
            return (int) INT_OF_I.invokeExact(need(checkFramebufferStatus, "glCheckFramebufferStatus"), target);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void framebufferTexture2D(int target, int attachment, int kind, int texture, int level) {
        try {
            VOID_OF_IIIII.invokeExact(need(framebufferTexture2D, "glFramebufferTexture2D"), target, attachment, kind,
                    texture, level);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void framebufferTextureLayer(int target, int attachment, int texture, int level, int layer) {
        try {
            VOID_OF_IIIII.invokeExact(need(framebufferTextureLayer, "glFramebufferTextureLayer"), target, attachment,
                    texture, level, layer);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void framebufferRenderbuffer(int target, int attachment, int kind, int renderbuffer) {
        try {
            VOID_OF_IIII.invokeExact(need(framebufferRenderbuffer, "glFramebufferRenderbuffer"), target, attachment,
                    kind, renderbuffer);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void getFramebufferAttachmentParameteriv(int target, int attachment, int name, long value) {
        try {
            VOID_OF_IIIL.invokeExact(need(getFramebufferAttachmentParameteriv, "glGetFramebufferAttachmentParameteriv"),
                    target, attachment, name, value);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void getRenderbufferParameteriv(int target, int name, long value) {
        try {
            VOID_OF_IIL.invokeExact(need(getRenderbufferParameteriv, "glGetRenderbufferParameteriv"), target, name,
                    value);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void getTextureLevelParameteriv(int texture, int level, int name, long value) {
        try {
            VOID_OF_IIIL.invokeExact(need(getTextureLevelParameteriv, "glGetTextureLevelParameteriv"), texture, level,
                    name, value);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void blitFramebuffer(int fromLeft, int fromBottom, int fromRight, int fromTop, int toLeft, int toBottom,
            int toRight, int toTop, int mask, int filter) {
        try {
            VOID_OF_IIIIIIIIII.invokeExact(need(blitFramebuffer, "glBlitFramebuffer"), fromLeft, fromBottom, fromRight,
                    fromTop, toLeft, toBottom, toRight, toTop, mask, filter);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void readPixels(int x, int y, int width, int height, int format, int type, long offset) {
        try {
            VOID_OF_IIIIIIL.invokeExact(need(readPixels, "glReadPixels"), x, y, width, height, format, type, offset);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void genRenderbuffers(int count, long names) {
        try {
            VOID_OF_IL.invokeExact(need(genRenderbuffers, "glGenRenderbuffers"), count, names);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void deleteRenderbuffers(int count, long names) {
        try {
            VOID_OF_IL.invokeExact(need(deleteRenderbuffers, "glDeleteRenderbuffers"), count, names);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void bindRenderbuffer(int target, int renderbuffer) {
        try {
            VOID_OF_II.invokeExact(need(bindRenderbuffer, "glBindRenderbuffer"), target, renderbuffer);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void renderbufferStorage(int target, int format, int width, int height) {
        try {
            VOID_OF_IIII.invokeExact(need(renderbufferStorage, "glRenderbufferStorage"), target, format, width, height);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public boolean isFramebuffer(int framebuffer) {
        try {
            return (byte) BYTE_OF_I.invokeExact(need(isFramebuffer, "glIsFramebuffer"), framebuffer) != 0;
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public boolean isRenderbuffer(int renderbuffer) {
        try {
            return (byte) BYTE_OF_I.invokeExact(need(isRenderbuffer, "glIsRenderbuffer"), renderbuffer) != 0;
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public boolean isTexture(int texture) {
        try {
            return (byte) BYTE_OF_I.invokeExact(need(isTexture, "glIsTexture"), texture) != 0;
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void genTextures(int count, long names) {
        try {
            VOID_OF_IL.invokeExact(need(genTextures, "glGenTextures"), count, names);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void deleteTextures(int count, long names) {
        try {
            VOID_OF_IL.invokeExact(need(deleteTextures, "glDeleteTextures"), count, names);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void bindTexture(int target, int texture) {
        try {
            VOID_OF_II.invokeExact(need(bindTexture, "glBindTexture"), target, texture);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void texParameteri(int target, int name, int value) {
        try {
            VOID_OF_III.invokeExact(need(texParameteri, "glTexParameteri"), target, name, value);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void getTexParameteriv(int target, int name, long values) {
        try {
            VOID_OF_IIL.invokeExact(need(getTexParameteriv, "glGetTexParameteriv"), target, name, values);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void getTexLevelParameteriv(int target, int level, int name, long values) {
        try {
            VOID_OF_IIIL.invokeExact(need(getTexLevelParameteriv, "glGetTexLevelParameteriv"), target, level, name,
                    values);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void texImage2D(int target, int level, int internalFormat, int width, int height, int border, int format,
            int type, long pixels) {
        try {
            VOID_OF_IIIIIIIIL.invokeExact(need(texImage2D, "glTexImage2D"), target, level, internalFormat, width,
                    height, border, format, type, pixels);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void texSubImage2D(int target, int level, int x, int y, int width, int height, int format, int type,
            long pixels) {
        try {
            VOID_OF_IIIIIIIIL.invokeExact(need(texSubImage2D, "glTexSubImage2D"), target, level, x, y, width, height,
                    format, type, pixels);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public long fenceSync(int condition, int flags) {
        try {
            return (long) LONG_OF_II.invokeExact(need(fenceSync, "glFenceSync"), condition, flags);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public int clientWaitSync(long fence, int flags, long nanos) {
        try {
            return (int) INT_OF_LIL.invokeExact(need(clientWaitSync, "glClientWaitSync"), fence, flags, nanos);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void deleteSync(long fence) {
        try {
            VOID_OF_L.invokeExact(need(deleteSync, "glDeleteSync"), fence);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public int getGraphicsResetStatus() {
        try {
            return (int) INT_OF.invokeExact(need(getGraphicsResetStatus, "glGetGraphicsResetStatus"));
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void createMemoryObjects(int count, long names) {
        try {
            VOID_OF_IL.invokeExact(need(createMemoryObjects, "glCreateMemoryObjectsEXT"), count, names);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void deleteMemoryObjects(int count, long names) {
        try {
            VOID_OF_IL.invokeExact(need(deleteMemoryObjects, "glDeleteMemoryObjectsEXT"), count, names);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void memoryObjectParameteriv(int memory, int name, long values) {
        try {
            VOID_OF_IIL.invokeExact(need(memoryObjectParameteriv, "glMemoryObjectParameterivEXT"), memory, name,
                    values);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void importMemoryWin32Handle(int memory, long size, int type, long handle) {
        try {
            VOID_OF_ILIL.invokeExact(need(importMemoryWin32Handle, "glImportMemoryWin32HandleEXT"), memory, size, type,
                    handle);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void texStorageMem2D(int target, int levels, int internalFormat, int width, int height, int memory,
            long offset) {
        try {
            VOID_OF_IIIIIIL.invokeExact(need(texStorageMem2D, "glTexStorageMem2DEXT"), target, levels, internalFormat,
                    width, height, memory, offset);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public void getUnsignedBytev(int name, long values) {
        try {
            VOID_OF_IL.invokeExact(need(getUnsignedBytev, "glGetUnsignedBytevEXT"), name, values);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public long dxOpenDevice(long device) {
        try {
            return (long) LONG_OF_L.invokeExact(need(dxOpenDevice, "wglDXOpenDeviceNV"), device);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public boolean dxCloseDevice(long device) {
        try {
            return (int) INT_OF_L.invokeExact(need(dxCloseDevice, "wglDXCloseDeviceNV"), device) != 0;
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public long dxRegisterObject(long device, long resource, int name, int type, int access) {
        try {
            return (long) LONG_OF_LLIII.invokeExact(need(dxRegisterObject, "wglDXRegisterObjectNV"), device, resource,
                    name, type, access);
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public boolean dxUnregisterObject(long device, long object) {
        try {
            return (int) INT_OF_LL.invokeExact(need(dxUnregisterObject, "wglDXUnregisterObjectNV"), device,
                    object) != 0;
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public boolean dxLockObjects(long device, int count, long objects) {
        try {
            return (int) INT_OF_LIL.invokeExact(need(dxLockObjects, "wglDXLockObjectsNV"), device, count, objects) != 0;
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    public boolean dxUnlockObjects(long device, int count, long objects) {
        try {
            return (int) INT_OF_LIL.invokeExact(need(dxUnlockObjects, "wglDXUnlockObjectsNV"), device, count,
                    objects) != 0;
        } catch (Throwable t) {
            throw Calls.failed(t);
        }
    }

    /** Whether the driver has the functions of WGL_NV_DX_interop2. */
    boolean hasDxInterop() {
        return dxOpenDevice != null && dxCloseDevice != null && dxRegisterObject != null && dxUnregisterObject != null
                && dxLockObjects != null && dxUnlockObjects != null;
    }
}
