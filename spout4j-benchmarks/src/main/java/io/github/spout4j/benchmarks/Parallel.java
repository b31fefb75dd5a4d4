package io.github.spout4j.benchmarks;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.engine.ParallelWriter;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.posix.PosixSystem;
import io.github.spout4j.memoryshare.ByteFormat;
import io.github.spout4j.memoryshare.MemoryShareWriter;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What memory share beside another way costs, whatever the other is: here memory share, too. */
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class Parallel extends Timed {
    private static final long PATIENCE_MILLIS = 1000;

    private FrameShape shape;
    private MemoryShareWriter alone;
    private ParallelWriter both;

    @Setup
    public void open(FrameMemory memory) {
        PosixSystem system = new PosixSystem();
        shape = new FrameShape(memory.width, memory.height, PixelFormat.RGBA8);
        alone = writer(system, "alone");
        both = new ParallelWriter(writer(system, "first"), (_, _) -> false, writer(system, "second"));
    }

    private static MemoryShareWriter writer(PosixSystem system, String name) {
        KernelObjects objects = system.objects();
        return MemoryShareWriter.open(objects,
                SenderName.of(name + ProcessHandle.current().pid(), system.names()), true, (_, _) -> {},
                ByteFormat.AS_PUBLISHED);
    }

    @TearDown
    public void close() {
        both.close();
        alone.close();
    }

    /** Against the same frame by one way alone. */
    @Benchmark
    public void publish(FrameMemory memory, Against against) {
        against.time(() -> {
            alone.begin(shape, PATIENCE_MILLIS).copyFrom(memory.source());
            alone.publish();
        }, () -> {
            both.begin(shape, PATIENCE_MILLIS).copyFrom(memory.source());
            both.publish();
        });
    }
}
