package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static io.github.spout4j.engine.EngineUnderTest.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.memoryshare.ByteFormat;
import io.github.spout4j.memoryshare.MemoryShareWriter;
import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderRegistration;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.Logged;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelWriter;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two ways side by side, whatever they are: memory share twice, so that this runs without textures. */
class ParallelWriterTest {
    private static final int SIDE = 4;

    private final Spout spout = EngineUnderTest.open();
    private final KernelSystem system = TestSystem.open();
    private final SenderNames names = new SenderNames(system);
    private final SpoutReceiver first;
    private final SpoutReceiver second;
    private final SenderRegistration beside;
    private final ParallelWriter writer;

    ParallelWriterTest() {
        SenderRegistration main = register("first");
        beside = register("second");
        writer = new ParallelWriter(writer(main), (_, _) -> false, writer(beside));
        first = spout.receiver(main.name().text()).open();
        second = spout.receiver(beside.name().text()).open();
    }

    @BeforeEach
    void onPosix() {
        assumeFalse(TestSystem.WINDOWS, "there it runs with a texture: AlsoMemoryTest");
    }

    @AfterEach
    void close() {
        spout.close();
        writer.close();
        names.close();
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    private SenderRegistration register(String name) {
        return names.register(SenderName.of(UniqueName.of(name), system.names()), info(SIDE, SIDE),
                new SenderTraits(true, true), true);
    }

    private static SharedTextureInfo info(int width, int height) {
        return SharedTextureInfo.ofMemory(width, height, DxgiFormat.B8G8R8A8_UNORM, "test");
    }

    private MemoryShareWriter writer(SenderRegistration registration) {
        return MemoryShareWriter.open(system.objects(), registration.name(), true,
                (shape, _) -> registration.publish(info(shape.width(), shape.height())), ByteFormat.AS_PUBLISHED);
    }

    private long publish(int number, int width, int height) {
        FrameShape shape = new FrameShape(width, height, PixelFormat.BGRA8);
        writer.begin(shape, PATIENCE.toMillis())
                .copyFrom(MemorySegment.ofArray(Pattern.bytes(number, width, height, PixelFormat.BGRA8)));
        return writer.publish();
    }

    @Test
    void eachFrameGoesBothWays() {
        for (int number = 1; number <= 4; number++) {
            int width = 2 * SIDE - number;
            assertThat(publish(number, width, SIDE)).isEqualTo(number);
            assertThat(Pattern.requireReceived(first, number, width, SIDE)).isEqualTo(number);
            assertThat(Pattern.requireReceived(second, number, width, SIDE)).isEqualTo(number);
        }
    }

    @Test
    void aLargerFrameGoesTheSecondWayOnceReceiversHaveLetGo() {
        publish(1, SIDE, SIDE);
        Pattern.requireReceived(second, 1, SIDE, SIDE);
        Await.until("a frame of the new size", PATIENCE, () -> {
            publish(2, SIDE + 1, SIDE);
            Pattern.requireReceived(first, 2, SIDE + 1, SIDE);
            return second.receive(SHORT, frame -> Pattern.requireSame(frame, 2, SIDE + 1, SIDE));
        });
    }

    @Test
    void whoReadsTheSecondHoldsNothingUpAndMissesTheFrame() {
        publish(1, SIDE, SIDE);
        assertThat(second.receive(PATIENCE, _ -> {
            assertThat(Threads.start(() -> publish(2, SIDE, SIDE)).get()).isEqualTo(2);
            Pattern.requireReceived(first, 2, SIDE, SIDE);
        })).isTrue();
        assertThat(second.receive(SHORT)).isEmpty();
        publish(3, SIDE, SIDE);
        assertThat(Pattern.requireReceived(first, 3, SIDE, SIDE)).isEqualTo(3);
        assertThat(Pattern.requireReceived(second, 3, SIDE, SIDE)).as("frame 2 is not counted").isEqualTo(2);
    }

    @Test
    void theSecondIsGivenNoTimeToWait() {
        List<Object> timeouts = new ArrayList<>();
        PixelWriter held = (PixelWriter) Proxy.newProxyInstance(PixelWriter.class.getClassLoader(),
                new Class<?>[]{PixelWriter.class}, (_, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("begin");
                    timeouts.add(arguments[1]);
                    return null;
                });
        ParallelWriter waiting = new ParallelWriter(writer, (_, _) -> false, held);
        waiting.begin(new FrameShape(SIDE, SIDE, PixelFormat.BGRA8), PATIENCE.toMillis());
        assertThat(waiting.publish()).isEqualTo(1);
        assertThat(timeouts).containsExactly(0L);
    }

    @Test
    void aFrameThatIsAbortedGoesNeitherWay() {
        writer.begin(new FrameShape(SIDE, SIDE, PixelFormat.BGRA8), PATIENCE.toMillis());
        writer.abort();
        assertThat(first.receive(SHORT)).isEmpty();
        assertThat(second.receive(SHORT)).isEmpty();
    }

    @Test
    void whatKeepsTheSecondFromItIsToldOnceAndTheFirstGoesOn() {
        try (Logged logged = Logged.by("io.github.spout4j")) {
            try (var _ = system.objects().createEvent(beside.name().text() + "_map")) {
                for (int number = 1; number <= 3; number++) {
                    publish(number, SIDE, SIDE);
                    assertThat(Pattern.requireReceived(first, number, SIDE, SIDE)).isEqualTo(number);
                }
            }
            assertThat(logged.lines()).singleElement().asString().contains("memory share")
                    .contains(beside.name().text() + "_map");
            publish(4, SIDE, SIDE);
            Pattern.requireReceived(second, 4, SIDE, SIDE);
        }
    }
}
