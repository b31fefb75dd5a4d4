package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.Normalisation;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.TensorLayout;
import io.github.spout4j.TensorLayout.Channels;
import io.github.spout4j.TensorLayout.Element;
import io.github.spout4j.TensorLayout.Order;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tensors through a sender and a receiver, every number exact. */
@Tag("pipewire")
class TensorFramesTest {
    private static final int WIDTH = 17;
    private static final int HEIGHT = 9;
    private static final int GAP = 5;
    private static final float UNTOUCHED = -7;
    private static final TensorLayout LAYOUT = TensorLayout.of(WIDTH, HEIGHT).channels(Channels.RGBA)
            .normalisation(Normalisation.BYTES);

    private static FloatBuffer direct(long floats) {
        return ByteBuffer.allocateDirect((int) (floats * Float.BYTES)).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private static float[] tensor(int number, TensorLayout layout) {
        byte[] pixels = Pattern.bytes(number, layout.width(), layout.height(), PixelFormat.RGBA8);
        int count = layout.channels().count();
        float[] tensor = new float[(int) layout.elements()];
        for (int i = 0; i < tensor.length; i++) {
            int pixel = layout.order() == Order.NHWC ? i / count : i % (layout.width() * layout.height());
            int place = layout.order() == Order.NHWC ? i % count : i / (layout.width() * layout.height());
            tensor[i] = pixels[4 * pixel + layout.channels().at(place)] & 0xFF;
        }
        return tensor;
    }

    private static MemorySegment memory(Arena arena, float[] tensor) {
        return arena.allocateFrom(JAVA_FLOAT, tensor);
    }

    /** With other floats before it and behind. */
    private static FloatBuffer surrounded(float[] tensor) {
        FloatBuffer buffer = direct(tensor.length + 2 * GAP);
        while (buffer.hasRemaining()) {
            buffer.put(UNTOUCHED);
        }
        return buffer.put(GAP, tensor).limit(GAP + tensor.length).position(GAP);
    }

    private static void requireTensor(FloatBuffer surrounded, float[] tensor) {
        assertThat(surrounded.position()).isEqualTo(GAP);
        assertThat(surrounded.limit()).isEqualTo(GAP + tensor.length);
        surrounded.clear();
        for (int i = 0; i < surrounded.capacity(); i++) {
            boolean outside = i < GAP || i >= GAP + tensor.length;
            assertThat(surrounded.get(i)).isEqualTo(outside ? UNTOUCHED : tensor[i - GAP]);
        }
    }

    @Test
    void tensorsOfFrames() {
        try (Pair pair = Pair.open(WIDTH, HEIGHT); Arena arena = Arena.ofConfined()) {
            int number = 0;
            for (Order order : Order.values()) {
                for (Channels channels : new Channels[]{Channels.RGB, Channels.BGRA}) {
                    TensorLayout layout = LAYOUT.order(order).channels(channels);
                    float[] tensor = tensor(++number, layout);
                    MemorySegment memory = arena.allocate(layout.bytes() + 1).asSlice(1);
                    FloatBuffer buffer = surrounded(new float[tensor.length]);

                    pair.send(number);
                    assertThat(pair.receiver().receiveInto(memory, layout, PATIENCE)).isTrue();
                    assertThat(memory.toArray(JAVA_FLOAT_UNALIGNED)).isEqualTo(tensor);
                    pair.send(number);
                    assertThat(pair.receiver().receiveInto(buffer, layout, PATIENCE)).isTrue();
                    requireTensor(buffer, tensor);

                    memory.fill((byte) 0);
                    FloatBuffer other = surrounded(new float[tensor.length]);
                    pair.send(number);
                    try (SpoutFrame frame = pair.receiver().receive(PATIENCE).orElseThrow()) {
                        frame.copyTo(memory, layout);
                        frame.copyTo(other, layout);
                    }
                    assertThat(memory.toArray(JAVA_FLOAT_UNALIGNED)).isEqualTo(tensor);
                    requireTensor(other, tensor);
                }
            }
        }
    }

    @Test
    void framesOfTensors() {
        for (PixelFormat format : EngineUnderTest.FORMATS) {
            try (Pair pair = Pair.open(WIDTH, HEIGHT, format); Arena arena = Arena.ofConfined()) {
                int number = 0;
                for (Order order : Order.values()) {
                    TensorLayout layout = LAYOUT.order(order);
                    assertThat(pair.sender().send(memory(arena, tensor(++number, layout)), layout)).isTrue();
                    Pattern.requireReceived(pair.receiver(), number, WIDTH, HEIGHT);
                    assertThat(pair.sender().send(surrounded(tensor(++number, layout)).asReadOnlyBuffer(), layout))
                            .isTrue();
                    Pattern.requireReceived(pair.receiver(), number, WIDTH, HEIGHT);
                    assertThat(pair.sender().send(FloatBuffer.wrap(tensor(++number, layout)), layout)).isTrue();
                    Pattern.requireReceived(pair.receiver(), number, WIDTH, HEIGHT);
                }
            }
        }
    }

    /** Each pixel becomes six, whose mean it is again. */
    @Test
    void tensorsOfTensorsThroughAFrameOfAnotherSize() {
        try (Pair pair = Pair.open(3 * WIDTH, 2 * HEIGHT); Arena arena = Arena.ofConfined()) {
            float[] first = tensor(1, LAYOUT);
            MemorySegment memory = arena.allocate(LAYOUT.bytes());
            pair.sender().send(surrounded(first), LAYOUT);
            assertThat(pair.receiver().receiveInto(memory, LAYOUT, PATIENCE)).isTrue();
            assertThat(memory.toArray(JAVA_FLOAT)).isEqualTo(first);

            TensorLayout halves = LAYOUT.element(Element.FLOAT16).order(Order.NHWC);
            MemorySegment half = arena.allocate(halves.bytes());
            float[] second = tensor(2, LAYOUT);
            FloatBuffer buffer = surrounded(new float[second.length]);
            pair.sender().send(memory(arena, second), LAYOUT);
            assertThat(pair.receiver().receiveInto(half, halves, PATIENCE)).isTrue();
            pair.sender().send(half, halves);
            assertThat(pair.receiver().receiveInto(buffer, LAYOUT, PATIENCE)).isTrue();
            requireTensor(buffer, second);
        }
    }

    @Test
    void targetsThatDoNotFitAreRefusedAndTheFrameIsNotLost() {
        try (Pair pair = Pair.open(WIDTH, HEIGHT); Arena arena = Arena.ofConfined()) {
            pair.send(1);
            MemorySegment memory = arena.allocate(LAYOUT.bytes());
            FloatBuffer buffer = direct(LAYOUT.elements());
            FloatBuffer other = ByteBuffer.allocateDirect((int) LAYOUT.bytes()).order(
                    ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                    .asFloatBuffer();
            requireRefused("needs 2448 bytes; the target has 2447", () -> pair.receiver()
                    .receiveInto(memory.asSlice(1), LAYOUT, PATIENCE));
            requireRefused("needs 2448 bytes; the target has 2444", () -> pair.receiver()
                    .receiveInto(buffer.duplicate().position(1), LAYOUT, PATIENCE));
            requireRefused("the target is read-only",
                    () -> pair.receiver().receiveInto(memory.asReadOnly(), LAYOUT, PATIENCE));
            requireRefused("the target is read-only",
                    () -> pair.receiver().receiveInto(buffer.asReadOnlyBuffer(), LAYOUT, PATIENCE));
            requireRefused("ByteOrder.nativeOrder()", () -> pair.receiver().receiveInto(other, LAYOUT, PATIENCE));
            requireRefused("FLOAT16", () -> pair.receiver()
                    .receiveInto(buffer, LAYOUT.element(Element.FLOAT16), PATIENCE));

            assertThat(pair.receiver().receiveInto(memory, LAYOUT, PATIENCE)).isTrue();
            assertThat(memory.toArray(JAVA_FLOAT)).isEqualTo(tensor(1, LAYOUT));
        }
    }

    @Test
    void framesRefuseTargetsThatDoNotFit() {
        try (Pair pair = Pair.open(WIDTH, HEIGHT)) {
            pair.send(1);
            try (SpoutFrame frame = pair.receiver().receive(PATIENCE).orElseThrow()) {
                FloatBuffer buffer = direct(LAYOUT.elements());
                requireRefused("the target has 2447",
                        () -> frame.copyTo(MemorySegment.ofArray(new byte[2447]), LAYOUT));
                requireRefused("the target has 2444", () -> frame.copyTo(buffer.duplicate().position(1), LAYOUT));
                requireRefused("the target is read-only", () -> frame.copyTo(buffer.asReadOnlyBuffer(), LAYOUT));
                requireRefused("ByteOrder.nativeOrder()", () -> frame
                        .copyTo(ByteBuffer.allocate(2448).order(ByteOrder.BIG_ENDIAN).asFloatBuffer(), LAYOUT));
            }
        }
    }

    @Test
    void sourcesThatDoNotFitAreRefusedAndLeaveTheSenderWell() {
        try (Pair pair = Pair.open(WIDTH, HEIGHT)) {
            pair.sendThrough(1);
            requireRefused("the source has 2447",
                    () -> pair.sender().send(MemorySegment.ofArray(new byte[2447]), LAYOUT));
            requireRefused("the source has 2444", () -> pair.sender().send(FloatBuffer.allocate(611), LAYOUT));
            requireRefused("ByteOrder.nativeOrder()", () -> pair.sender()
                    .send(ByteBuffer.allocate(2448).order(ByteOrder.BIG_ENDIAN).asFloatBuffer(), LAYOUT));
            Arena closed = Arena.ofShared();
            MemorySegment gone = closed.allocate(LAYOUT.bytes());
            closed.close();
            assertThatThrownBy(() -> pair.sender().send(gone, LAYOUT)).isInstanceOf(IllegalStateException.class);

            assertThat(pair.sender().frameCount()).isEqualTo(1);
            assertThat(Pattern.requireReceived(pair.receiver(), 1, WIDTH, HEIGHT)).as("the frame before is whole")
                    .isEqualTo(1);
        }
    }

    private static void requireRefused(String message, Runnable action) {
        assertThatIllegalArgumentException().isThrownBy(action::run).withMessageContaining(message);
    }
}
