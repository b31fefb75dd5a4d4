package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.sun.management.ThreadMXBean;

import io.github.spout4j.FrameListener;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.RenderTexture;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.TensorLayout;
import io.github.spout4j.d3d11.Adapters;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.Texture;

/** Once warm, a frame costs no heap on either side, nor on the thread that publishes textures. */
@Tag("pipewire")
class AllocationTest {
    private static final int SIDE = 16;
    private static final long UNKNOWN = -1;
    /** A little less than the time without frames after which receivers rest. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final String BUSY = "this machine is too busy: frames take so long that receivers rest between them";
    private static final int RGBA = PixelFormat.RGBA8.dxgiFormat();
    private static final int FRAMES = 1000;
    /** Of textures, of which Wine takes a few ms each. */
    private static final int TEXTURES = Integer.getInteger("spout.allocation.textures", 100);
    private static final Consumer<SpoutFrame> LOOK = frame -> frame.pixels();

    private static final Consumer<SpoutFrame> READ = frame -> {
        if (frame.view().get(1, 2, 3) != 0) {
            throw new AssertionError("pixels from nowhere");
        }
    };

    /** A way of sending or receiving. */
    record Way(String name, Consumer<Pair> frame) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Way> ways() {
        int[] ints = new int[SIDE * SIDE];
        byte[] bytes = new byte[SIDE * SIDE * 4];
        MemorySegment memory = MemorySegment.ofArray(bytes);
        MemorySegment floats = MemorySegment.ofArray(new float[SIDE * SIDE * 4]);
        MemorySegment target = MemorySegment.ofArray(new byte[bytes.length]);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        BufferedImage gray = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage wideGray = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_USHORT_GRAY);
        ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), true, true,
                Transparency.TRANSLUCENT, DataBuffer.TYPE_FLOAT);
        BufferedImage premultiplied = new BufferedImage(model, model.createCompatibleWritableRaster(SIDE, SIDE), true,
                null);
        PixelLayout flipped = PixelLayout.BGRA.flipped();
        TensorLayout tensor = TensorLayout.of(SIDE, SIDE).channels(TensorLayout.Channels.RGBA);
        TensorLayout halves = TensorLayout.of(SIDE / 2, SIDE - 1).element(TensorLayout.Element.FLOAT16)
                .order(TensorLayout.Order.NHWC);
        FloatBuffer buffer = ByteBuffer.allocateDirect((int) tensor.bytes()).order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Consumer<SpoutFrame> copyTensor = frame -> {
            frame.copyTo(floats, tensor);
            frame.copyTo(buffer, tensor);
        };
        return Stream.of(new Way("send(int[])", pair -> pair.sender().send(ints)),
                new Way("send(MemorySegment)", pair -> pair.sender().send(memory)),
                new Way("send(MemorySegment, PixelLayout)", pair -> pair.sender().send(memory, flipped)),
                new Way("send(BufferedImage)", pair -> pair.sender().send(image)),
                new Way("send(BufferedImage) of gray", pair -> {
                    pair.sender().send(gray);
                    pair.sender().send(wideGray);
                }), new Way("send(BufferedImage) of floats", pair -> pair.sender().send(premultiplied)),
                new Way("nextFrame", pair -> pair.sender().nextFrame().close()), new Way("receive", pair -> {
                    pair.sender().send(ints);
                    pair.receiver().receive(PATIENCE).orElseThrow().close();
                }), new Way("receive in place", pair -> {
                    pair.sender().send(ints);
                    pair.receiver().receive(PATIENCE, LOOK);
                }), new Way("view", pair -> {
                    pair.sender().send(ints);
                    pair.receiver().receive(PATIENCE, READ);
                }), new Way("send and receiveInto floats", pair -> {
                    pair.sender().send(floats, PixelLayout.of(PixelFormat.RGBA32F));
                    pair.receiver().receiveInto(floats, PixelLayout.of(PixelFormat.RGBA16F), PATIENCE);
                }), new Way("send and receiveInto tensors", pair -> {
                    pair.sender().send(floats, halves);
                    requireFrame(pair.receiver().receiveInto(floats, halves, PATIENCE));
                }), new Way("send and receiveInto tensors in buffers", pair -> {
                    pair.sender().send(buffer, tensor);
                    requireFrame(pair.receiver().receiveInto(buffer, tensor, PATIENCE));
                }), new Way("copyTo tensors", pair -> {
                    pair.sender().send(ints);
                    requireFrame(pair.receiver().receive(PATIENCE, copyTensor));
                }), new Way("receiveInto", pair -> {
                    pair.sender().send(ints);
                    SpoutReceiver.ReceiveResult result = pair.receiver().receiveInto(target, flipped, PATIENCE);
                    if (result != SpoutReceiver.ReceiveResult.FRAME) {
                        throw new AssertionError(result);
                    }
                }));
    }

    private static void requireFrame(boolean received) {
        if (!received) {
            throw new AssertionError("no frame");
        }
    }

    static Stream<Way> waysOfTextures() {
        int[] ints = new int[SIDE * SIDE];
        return Stream.of(new Way("receiveTexture", pair -> {
            pair.sender().send(ints);
            requireFrame(pair.receiver().receiveTexture(PATIENCE).isPresent());
        }), new Way("receive and receiveTexture in turn", pair -> {
            pair.sender().send(ints);
            requireFrame(pair.receiver().receive(PATIENCE, LOOK));
            pair.sender().send(ints);
            requireFrame(pair.receiver().receiveTexture(PATIENCE).isPresent());
        }));
    }

    @ParameterizedTest
    @WithTextures
    @MethodSource("waysOfTextures")
    void texturesCostNoHeap(Way way) {
        costsNoHeap(way);
    }

    @Test
    @WithTextures
    void usersTexturesCostNoHeap() {
        try (Pair users = Pair.open(SIDE, SIDE);
                RenderTexture first = users.sender().renderTexture(SIDE, SIDE, PixelFormat.RGBA8);
                RenderTexture second = users.sender().renderTexture(SIDE, SIDE, PixelFormat.RGBA8)) {
            costsNoHeap(new Way("sendTexture", pair -> {
                sendTexture(pair, first.texture());
                sendTexture(pair, second.texture());
            }));
            costsNoHeap(new Way("sendShareHandle", pair -> {
                sendShareHandle(pair, first.shareHandle());
                sendShareHandle(pair, second.shareHandle());
            }));
        }
    }

    @Test
    @WithTextures
    void usersTexturesOfAnotherDeviceCostNoHeap() {
        assumeTrue(EngineUnderTest.confined().isEmpty(), "textures do not leave their device");
        try (Device device = Device.on(Adapters.list().getFirst());
                Texture first = Texture.shared(device, SIDE, SIDE, RGBA, Texture.Sharing.PLAIN);
                Texture second = Texture.shared(device, SIDE, SIDE, RGBA, Texture.Sharing.NONE)) {
            costsNoHeap(new Way("sendTexture", pair -> {
                sendTexture(pair, first.address());
                sendTexture(pair, second.address());
            }));
        }
    }

    private static void sendTexture(Pair pair, long texture) {
        requireFrame(pair.sender().sendTexture(texture));
        requireFrame(pair.receiver().receive(PATIENCE, LOOK));
    }

    private static void sendShareHandle(Pair pair, long handle) {
        requireFrame(pair.sender().sendShareHandle(handle));
        requireFrame(pair.receiver().receive(PATIENCE, LOOK));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void costsNoHeap(Way way) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        boolean textures = EngineUnderTest.sharesTextures();
        int frames = textures ? TEXTURES : FRAMES;
        try (Pair pair = Pair.open(SIDE, SIDE, PixelFormat.RGBA8)) {
            pair.sender().send(new int[SIDE * SIDE]);
            pair.receiver().receive(PATIENCE).orElseThrow().close();
            long publisher = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("spout4j sender " + pair.sender().name()))
                    .mapToLong(Thread::threadId).findFirst().orElse(-1);
            assertThat(publisher != -1).as("has a thread that publishes").isEqualTo(textures);
            long allocated = UNKNOWN;
            long end = System.nanoTime() + PATIENCE.toNanos(); // until the compiler is done
            while (allocated != 0 && System.nanoTime() - end < 0) {
                allocated = allocated(way, pair, frames, threads, publisher, end);
            }
            assumeTrue(allocated != UNKNOWN, BUSY);
            assertThat(allocated).as("bytes of heap for %d frames", frames).isZero();
        }
    }

    /** For so many frames that took no pause with them, in which receivers look at the sender afresh. */
    private static long allocated(Way way, Pair pair, int frames, ThreadMXBean threads, long publisher, long end) {
        long sum = 0;
        long last = System.nanoTime();
        long before = allocated(threads, publisher);
        for (int done = 0; done < frames;) {
            way.frame().accept(pair);
            long after = allocated(threads, publisher);
            long now = System.nanoTime();
            if (now - last < PAUSE_NANOS) {
                sum += after - before;
                done++;
            } else if (now - end > 0) {
                return UNKNOWN;
            }
            last = now;
            before = after;
        }
        return sum;
    }

    @Test
    void callingAListenerCostsNone() {
        int frames = EngineUnderTest.sharesTextures() ? TEXTURES : FRAMES;
        int[] ints = new int[SIDE * SIDE];
        Heard heard = new Heard();
        try (Pair pair = Pair.open(SIDE, SIDE, PixelFormat.RGBA8)) {
            pair.receiver().listen(heard);
            long allocated = UNKNOWN;
            long end = System.nanoTime() + PATIENCE.toNanos(); // until the compiler is done
            while (allocated != 0 && System.nanoTime() - end < 0) {
                long before = heard.bytes.get();
                long last = heard.frames.get() + frames;
                while (heard.frames.get() < last && System.nanoTime() - end < 0) {
                    pair.sender().send(ints); // faster than they are heard, as the rare code of waiting stays interpreted
                }
                if (heard.frames.get() >= last) {
                    allocated = heard.bytes.get() - before;
                }
            }
            assumeTrue(allocated != UNKNOWN, BUSY);
            assertThat(allocated).as("bytes of heap for %d frames", frames).isZero();
        }
    }

    /** Counts frames without a pause before them, and what they cost the thread that calls. */
    private static final class Heard implements FrameListener {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final AtomicLong frames = new AtomicLong();
        final AtomicLong bytes = new AtomicLong();
        private long lastAt = System.nanoTime() - PAUSE_NANOS;
        private long lastBytes;

        @Override
        public void frame(SpoutFrame frame) {
            long now = System.nanoTime();
            long allocated = threads.getCurrentThreadAllocatedBytes();
            if (now - lastAt < PAUSE_NANOS) {
                bytes.addAndGet(allocated - lastBytes);
                frames.incrementAndGet();
            }
            lastAt = now;
            lastBytes = allocated;
        }
    }

    private static long allocated(ThreadMXBean threads, long other) {
        long bytes = other == -1 ? 0 : threads.getThreadAllocatedBytes(other);
        return bytes + threads.getCurrentThreadAllocatedBytes();
    }
}
