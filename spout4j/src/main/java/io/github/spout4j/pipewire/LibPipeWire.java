package io.github.spout4j.pipewire;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The functions of libpipewire-0.3, each without interpretation; addresses are numbers. Its first use loads the library, so ask
 * {@link LibraryFile} before.
 */
@SuppressWarnings("restricted")
final class LibPipeWire {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = LibraryFile.symbols();

    /** Of all functions: numbers as wide as a register, of which a function takes as many, and as much of each, as it has parameters. */
    static final FunctionDescriptor SHAPE = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG);

    private static final MethodHandle INIT = function("pw_init");
    private static final MethodHandle VERSION = function("pw_get_library_version");
    private static final MethodHandle LOG_SET_LEVEL = function("pw_log_set_level");
    private static final MethodHandle THREAD_LOOP_NEW = function("pw_thread_loop_new");
    private static final MethodHandle THREAD_LOOP_GET_LOOP = function("pw_thread_loop_get_loop");
    private static final MethodHandle THREAD_LOOP_START = function("pw_thread_loop_start");
    private static final MethodHandle THREAD_LOOP_STOP = function("pw_thread_loop_stop");
    private static final MethodHandle THREAD_LOOP_DESTROY = function("pw_thread_loop_destroy");
    private static final MethodHandle THREAD_LOOP_LOCK = function("pw_thread_loop_lock");
    private static final MethodHandle THREAD_LOOP_UNLOCK = function("pw_thread_loop_unlock");
    private static final MethodHandle THREAD_LOOP_IN_THREAD = function("pw_thread_loop_in_thread");
    private static final MethodHandle CONTEXT_NEW = function("pw_context_new");
    private static final MethodHandle CONTEXT_CONNECT = function("pw_context_connect");
    private static final MethodHandle CONTEXT_DESTROY = function("pw_context_destroy");
    private static final MethodHandle CORE_DISCONNECT = function("pw_core_disconnect");
    private static final MethodHandle PROXY_DESTROY = function("pw_proxy_destroy");
    private static final MethodHandle PROPERTIES_NEW_DICT = function("pw_properties_new_dict");
    private static final MethodHandle STREAM_NEW = function("pw_stream_new");
    private static final MethodHandle STREAM_ADD_LISTENER = function("pw_stream_add_listener");
    private static final MethodHandle STREAM_CONNECT = function("pw_stream_connect");
    private static final MethodHandle STREAM_DESTROY = function("pw_stream_destroy");
    private static final MethodHandle STREAM_GET_NODE_ID = function("pw_stream_get_node_id");
    private static final MethodHandle STREAM_UPDATE_PARAMS = function("pw_stream_update_params");
    private static final MethodHandle STREAM_UPDATE_PROPERTIES = function("pw_stream_update_properties");
    private static final MethodHandle STREAM_DEQUEUE_BUFFER = function("pw_stream_dequeue_buffer");
    private static final MethodHandle STREAM_QUEUE_BUFFER = function("pw_stream_queue_buffer");
    private static final MethodHandle STREAM_TRIGGER_PROCESS = function("pw_stream_trigger_process");
    private static final MethodHandle STREAM_IS_DRIVING = function("pw_stream_is_driving");
    private static final MethodHandle STREAM_GET_TIME = function("pw_stream_get_time_n");

    /** Of the system: the memory of buffers is mapped here, so that nobody unmaps it while it is read. */
    private static final MethodHandle MMAP = system("mmap");
    private static final MethodHandle MUNMAP = system("munmap");
    private static final MethodHandle LSEEK = system("lseek");
    private static final MethodHandle MEMFD_CREATE = system("memfd_create");
    private static final MethodHandle FTRUNCATE = system("ftruncate");
    private static final MethodHandle FCNTL = system("fcntl");
    private static final MethodHandle CLOSE = system("close");

    private LibPipeWire() {}

    private static MethodHandle function(String name) {
        return LINKER.downcallHandle(SYMBOLS.findOrThrow(name), SHAPE);
    }

    private static MethodHandle system(String name) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), SHAPE);
    }

    private static long call(MethodHandle function, long a, long b, long c, long d, long e, long f) {
        try {
            return (long) function.invokeExact(a, b, c, d, e, f);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    private static long call(MethodHandle function, long a, long b, long c) {
        return call(function, a, b, c, 0, 0, 0);
    }

    static IllegalStateException unexpected(Throwable thrown) {
        return new IllegalStateException("a call of libpipewire failed in Java", thrown);
    }

    static void init() {
        call(INIT, 0, 0, 0);
    }

    static String version() {
        return NativeText.read(call(VERSION, 0, 0, 0));
    }

    static void logSetLevel(int level) {
        call(LOG_SET_LEVEL, level, 0, 0);
    }

    static long threadLoopNew(String name) {
        try (Arena arena = Arena.ofConfined()) {
            return call(THREAD_LOOP_NEW, arena.allocateFrom(name).address(), 0, 0);
        }
    }

    static long threadLoopGetLoop(long loop) {
        return call(THREAD_LOOP_GET_LOOP, loop, 0, 0);
    }

    static int threadLoopStart(long loop) {
        return (int) call(THREAD_LOOP_START, loop, 0, 0);
    }

    static void threadLoopStop(long loop) {
        call(THREAD_LOOP_STOP, loop, 0, 0);
    }

    static void threadLoopDestroy(long loop) {
        call(THREAD_LOOP_DESTROY, loop, 0, 0);
    }

    static void threadLoopLock(long loop) {
        call(THREAD_LOOP_LOCK, loop, 0, 0);
    }

    static void threadLoopUnlock(long loop) {
        call(THREAD_LOOP_UNLOCK, loop, 0, 0);
    }

    static boolean threadLoopInThread(long loop) {
        return (call(THREAD_LOOP_IN_THREAD, loop, 0, 0) & 0xff) != 0;
    }

    static long contextNew(long loop, long properties) {
        return call(CONTEXT_NEW, loop, properties, 0);
    }

    static long contextConnect(long context, long properties) {
        return call(CONTEXT_CONNECT, context, properties, 0);
    }

    static void contextDestroy(long context) {
        call(CONTEXT_DESTROY, context, 0, 0);
    }

    static void coreDisconnect(long core) {
        call(CORE_DISCONNECT, core, 0, 0);
    }

    static void proxyDestroy(long proxy) {
        call(PROXY_DESTROY, proxy, 0, 0);
    }

    static long propertiesNewDict(MemorySegment dictionary) {
        return call(PROPERTIES_NEW_DICT, dictionary.address(), 0, 0);
    }

    static long streamNew(long core, String name, long properties) {
        try (Arena arena = Arena.ofConfined()) {
            return call(STREAM_NEW, core, arena.allocateFrom(name).address(), properties);
        }
    }

    static void streamAddListener(long stream, MemorySegment hook, MemorySegment events, long data) {
        call(STREAM_ADD_LISTENER, stream, hook.address(), events.address(), data, 0, 0);
    }

    static int streamConnect(long stream, int direction, int target, int flags, MemorySegment params, int count) {
        return (int) call(STREAM_CONNECT, stream, direction, target, flags, params.address(), count);
    }

    static void streamDestroy(long stream) {
        call(STREAM_DESTROY, stream, 0, 0);
    }

    static int streamGetNodeId(long stream) {
        return (int) call(STREAM_GET_NODE_ID, stream, 0, 0);
    }

    static int streamUpdateParams(long stream, MemorySegment params, int count) {
        return (int) call(STREAM_UPDATE_PARAMS, stream, params.address(), count);
    }

    static int streamUpdateProperties(long stream, MemorySegment dictionary) {
        return (int) call(STREAM_UPDATE_PROPERTIES, stream, dictionary.address(), 0);
    }

    static long streamDequeueBuffer(long stream) {
        return call(STREAM_DEQUEUE_BUFFER, stream, 0, 0);
    }

    static int streamQueueBuffer(long stream, long buffer) {
        return (int) call(STREAM_QUEUE_BUFFER, stream, buffer, 0);
    }

    static int streamTriggerProcess(long stream) {
        return (int) call(STREAM_TRIGGER_PROCESS, stream, 0, 0);
    }

    static boolean streamIsDriving(long stream) {
        return (call(STREAM_IS_DRIVING, stream, 0, 0) & 0xff) != 0;
    }

    static int streamGetTime(long stream, MemorySegment time) {
        return (int) call(STREAM_GET_TIME, stream, time.address(), time.byteSize());
    }

    static long mmap(long bytes, int protection, int flags, int fd, long offset) {
        return call(MMAP, 0, bytes, protection, flags, fd, offset);
    }

    static void munmap(long address, long bytes) {
        call(MUNMAP, address, bytes, 0);
    }

    /** The bytes of what a descriptor is of; below 0 where it has no size. */
    static long size(int fd) {
        return call(LSEEK, fd, 0, 2);
    }

    static int memfdCreate(String name, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) call(MEMFD_CREATE, arena.allocateFrom(name).address(), flags, 0);
        }
    }

    static int ftruncate(int fd, long bytes) {
        return (int) call(FTRUNCATE, fd, bytes, 0);
    }

    static int fcntl(int fd, int command, int argument) {
        return (int) call(FCNTL, fd, command, argument);
    }

    static void close(int fd) {
        call(CLOSE, fd, 0, 0);
    }
}
