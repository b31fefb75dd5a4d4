package io.github.spout4j.d3d11;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * What frames ask of an ID3D11DeviceContext; textures and queries are given by their addresses. To be locked while it is called. Makes no
 * object.
 */
final class ImmediateContext {
    private static final long NO_DATA = 0;
    private static final MethodHandle MAP = ComMethod.returningInt(ComMethod.ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT,
            ValueLayout.ADDRESS);
    private static final MethodHandle UNMAP = ComMethod.returningNothing(ComMethod.ADDRESS, JAVA_INT);
    private static final MethodHandle END = ComMethod.returningNothing(ComMethod.ADDRESS);
    private static final MethodHandle GET_DATA = ComMethod.returningInt(ComMethod.ADDRESS, ComMethod.ADDRESS, JAVA_INT,
            JAVA_INT);
    private static final MethodHandle COPY_SUBRESOURCE_REGION = ComMethod.returningNothing(ComMethod.ADDRESS, JAVA_INT,
            JAVA_INT, JAVA_INT, JAVA_INT, ComMethod.ADDRESS, JAVA_INT, ValueLayout.ADDRESS);
    private static final MethodHandle COPY_RESOURCE = ComMethod.returningNothing(ComMethod.ADDRESS, ComMethod.ADDRESS);
    private static final MethodHandle FLUSH = ComMethod.returningNothing();

    private final ComMethod map = new ComMethod(14);
    private final ComMethod unmap = new ComMethod(15);
    private final ComMethod end = new ComMethod(28);
    private final ComMethod getData = new ComMethod(29);
    private final ComMethod copySubresourceRegion = new ComMethod(46);
    private final ComMethod copyResource = new ComMethod(47);
    private final ComMethod flush = new ComMethod(111);
    private final long object;

    /** @param object an ID3D11DeviceContext, which outlives this */
    ImmediateContext(long object) {
        this.object = object;
    }

    /** @param mapped a D3D11_MAPPED_SUBRESOURCE */
    int map(long resource, int subresource, int type, int flags, MemorySegment mapped) {
        try {
            return (int) MAP.invokeExact(map.of(object), object, resource, subresource, type, flags, mapped);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    void unmap(long resource, int subresource) {
        try {
            UNMAP.invokeExact(unmap.of(object), object, resource, subresource);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    void end(long query) {
        try {
            END.invokeExact(end.of(object), object, query);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    /** Whether the query is over, as an HRESULT: its data are not asked for. */
    int getData(long query, int flags) {
        try {
            return (int) GET_DATA.invokeExact(getData.of(object), object, query, NO_DATA, 0, flags);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    /**
     * From the first subresource of a texture to that of another.
     *
     * @param box a D3D11_BOX
     */
    void copyRegion(long target, int x, int y, long source, MemorySegment box) {
        try {
            COPY_SUBRESOURCE_REGION.invokeExact(copySubresourceRegion.of(object), object, target, 0, x, y, 0, source,
                    0, box);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    void copy(long target, long source) {
        try {
            COPY_RESOURCE.invokeExact(copyResource.of(object), object, target, source);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    void flush() {
        try {
            FLUSH.invokeExact(flush.of(object), object);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }
}
