package io.github.spout4j.d3d11;

import io.github.spout4j.SpoutException;
import io.github.spout4j.win32.windows.win32.system.com.IUnknown;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** One counted reference to a COM object, given back once. */
public final class ComReference implements AutoCloseable {
    private static final Set<ComReference> LIVE = ConcurrentHashMap.newKeySet();

    private final MemorySegment object;
    private final Throwable made;
    private final AtomicBoolean released = new AtomicBoolean();

    private ComReference(MemorySegment object, String what) {
        this.object = object;
        made = new Throwable(what);
        LIVE.add(this);
    }

    /** A call that stores a reference where it is told to. */
    interface Maker {
        int make(MemorySegment out);
    }

    /**
     * Takes over the reference that a call returns.
     *
     * @param call what is called, for people
     * @throws D3dException where it fails
     */
    static ComReference made(String call, Maker maker) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
            HResult.check(maker.make(out), call);
            return new ComReference(out.get(ValueLayout.ADDRESS, 0), call);
        }
    }

    /**
     * Takes over the reference that a function of one of Direct3D's DLLs returns: this system may lack the DLL, or the function.
     *
     * @throws SpoutException where it does
     * @throws D3dException where the call fails
     */
    static ComReference madeBy(String dll, String call, Maker maker) {
        try {
            return made(call, maker);
        } catch (SpoutException e) {
            throw e;
        } catch (LinkageError | RuntimeException e) {
            throw new SpoutException(dll + " is missing here or too old: " + call + " cannot be called", e);
        }
    }

    /** One more reference to an object that somebody else owns. */
    static ComReference to(MemorySegment object, String what) {
        IUnknown.wrap(object).AddRef();
        return new ComReference(object, what);
    }

    /**
     * The same object by another of its interfaces.
     *
     * @throws D3dException where it does not have that interface
     */
    ComReference as(MemorySegment iid, String name) {
        return made("QueryInterface(" + name + ")", out -> IUnknown.wrap(object()).QueryInterface(iid, out));
    }

    /** The object, for calls while this is not released. */
    MemorySegment object() {
        if (released.get()) {
            throw new IllegalStateException(made.getMessage() + ": the COM object was released", made);
        }
        return object;
    }

    /** Gives the reference back. Idempotent; any thread. */
    @Override
    public void close() {
        if (released.compareAndSet(false, true)) {
            LIVE.remove(this);
            IUnknown.wrap(object).Release();
        }
    }

    /** What was not released yet in this process: what was called for it, and where. */
    public static List<Throwable> live() {
        return LIVE.stream().map(reference -> reference.made).toList();
    }
}
