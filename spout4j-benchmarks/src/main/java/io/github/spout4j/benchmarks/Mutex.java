package io.github.spout4j.benchmarks;

import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.kernel.posix.PosixSystem;
import io.github.spout4j.kernel.win32.Win32System;
import java.io.File;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** What a frame costs beside its pixels. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Mutex extends Timed {
    private NamedMutex mutex;
    private NamedSemaphore semaphore;

    @Setup
    public void open() {
        KernelSystem system = File.separatorChar == '\\' ? new Win32System() : new PosixSystem();
        String name = "benchmark " + ProcessHandle.current().pid();
        mutex = system.objects().createMutex(name + " mutex");
        semaphore = system.objects().createSemaphore(name + " semaphore", 1, Integer.MAX_VALUE);
    }

    @TearDown
    public void close() {
        mutex.close();
        semaphore.close();
    }

    @Benchmark
    public WaitResult acquireAndRelease() {
        WaitResult result = mutex.acquire(1000);
        mutex.release();
        return result;
    }

    @Benchmark
    public int countFrame() {
        return semaphore.release(1);
    }
}
