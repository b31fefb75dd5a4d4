package io.github.spout4j.benchmarks;

import io.github.spout4j.library.FakeLibrary;
import io.github.spout4j.library.SpoutLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Calls of SpoutLibrary.dll's functions, against plain downcalls of the same signatures to the same function. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("restricted")
public class LibraryCalls extends Timed {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final int WIDTH = 4;
    private static final int HEIGHT = 4;
    private static final int GL_RGBA = 0x1908;
    private static final MethodHandle GET_CPU = plain(
            FunctionDescriptor.of(ValueLayout.JAVA_BYTE, ValueLayout.JAVA_LONG));
    private static final MethodHandle SET_SHARE_MODE = plain(
            FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    private static final MethodHandle SEND_IMAGE = plain(
            FunctionDescriptor.of(ValueLayout.JAVA_BYTE, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_BYTE));

    private final MemorySegment pixels = Arena.global().allocate(WIDTH * HEIGHT * 4);
    private SpoutLibrary library;

    private static MethodHandle plain(FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(FakeLibrary.FUNCTION, descriptor);
    }

    @Setup
    public void open() {
        library = FakeLibrary.open();
    }

    @TearDown
    public void close() {
        library.close();
    }

    @Benchmark
    public boolean getCpu() {
        return library.getCPU();
    }

    @Benchmark
    public boolean getCpuPlainly() throws Throwable {
        return (byte) GET_CPU.invokeExact(FakeLibrary.OBJECT) != 0;
    }

    @Benchmark
    public void setShareMode() {
        library.setShareMode(1);
    }

    @Benchmark
    public void setShareModePlainly() throws Throwable {
        SET_SHARE_MODE.invokeExact(FakeLibrary.OBJECT, 1);
    }

    @Benchmark
    public boolean sendImage() {
        return library.sendImage(pixels, WIDTH, HEIGHT, GL_RGBA, false);
    }

    @Benchmark
    public boolean sendImagePlainly() throws Throwable {
        return (byte) SEND_IMAGE.invokeExact(FakeLibrary.OBJECT, pixels, WIDTH, HEIGHT, GL_RGBA, (byte) 0) != 0;
    }
}
