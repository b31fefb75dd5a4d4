package io.github.spout4j.pipewire;

import static io.github.spout4j.pipewire.SpoutSession.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which buffers are written, whatever receivers have of them. */
@NeedsPipeWire
class VideoOutputTest {
    private static final int SIDE = 4;
    private static PrivatePipeWire pipewire;

    private Daemon daemon;
    private VideoOutput output;
    private VideoInput input;
    private long number;

    @BeforeAll
    static void start() {
        pipewire = PrivatePipeWire.start();
    }

    @AfterAll
    static void end() {
        pipewire.close();
    }

    @BeforeEach
    void open() {
        daemon = Daemon.connect(pipewire.socket().toString());
        String name = UniqueName.of("output");
        output = new VideoOutput(daemon, name,
                Map.of(Properties.MEDIA_CLASS, VideoNode.SOURCE, Properties.MEDIA_TYPE, "Video",
                        Properties.MEDIA_CATEGORY, "Capture", Properties.NODE_NAME, name),
                new VideoOutput.Offer(List.of(SpaFormat.RGBA), SIDE, SIDE), () -> {});
        Await.until("the node is there", PATIENCE, () -> daemon.nodes().find(output.nodeId()).isPresent());
        input = new VideoInput(daemon, "receiver of " + name,
                Map.of(Properties.MEDIA_TYPE, "Video", Properties.MEDIA_CATEGORY, "Capture", Properties.TARGET_OBJECT,
                        Long.toString(daemon.nodes().find(output.nodeId()).orElseThrow().serial())),
                SpaFormat.RGBA.number());
        Await.until("it is received", PATIENCE, () -> output.streaming() && input.streaming());
    }

    @AfterEach
    void close() {
        input.close();
        output.close();
        daemon.close();
    }

    private OutputFrame publish() {
        OutputFrame frame = begin();
        frame.memory().fill((byte) ++number);
        assertThat(output.publish(frame, System.nanoTime(), number)).isTrue();
        frame.release();
        return frame;
    }

    private OutputFrame begin() {
        AtomicReference<OutputFrame> begun = new AtomicReference<>();
        Await.until("a buffer is free", PATIENCE, () -> {
            begun.set(output.begin());
            return begun.get() != null;
        });
        return begun.get();
    }

    private InputFrame take() {
        AtomicReference<InputFrame> taken = new AtomicReference<>();
        Await.until("frame " + number, PATIENCE, () -> {
            taken.set(input.take());
            return taken.get() != null;
        });
        assertThat(taken.get().sequence()).isEqualTo(number);
        return taken.get();
    }

    /** Who has not come yet finds the newest frame, and must not find half of another. */
    @Test
    void whatWasPublishedLastIsNotWrittenThoughNobodyReadsIt() {
        List<InputFrame> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            publish();
            taken.add(take());
        }
        OutputFrame newest = publish();
        input.giveBack(take(), false);
        for (int tries = 0; tries < 1000; tries++) {
            assertThat(output.begin()).isNull();
            output.trigger();
        }
        input.giveBack(taken.removeFirst(), false);
        assertThat(publish()).isNotSameAs(newest);
        input.giveBack(take(), false);
        assertThat(publish()).isSameAs(newest);
        input.giveBack(take(), false);
        taken.forEach(frame -> input.giveBack(frame, false));
    }

    /** PipeWire's thread gives back what was published just when buffers that are still read are asked for. */
    @Test
    void noBufferIsLostThoughSomeAreReadWhileOthersAreGivenBack() {
        InputFrame read = null;
        for (int round = 0; round < 3000; round++) {
            publish();
            for (int tries = 0; tries < 30; tries++) {
                giveUp(output.begin());
            }
            InputFrame next = take();
            if (read != null) {
                input.giveBack(read, false);
            }
            read = next;
        }
        input.giveBack(read, false);
        List<OutputFrame> begun = List.of(begin(), begin(), begin());
        assertThat(begun).doesNotHaveDuplicates();
        begun.forEach(this::giveUp);
    }

    private void giveUp(OutputFrame frame) {
        if (frame != null) {
            output.abort(frame);
            frame.release();
        }
    }
}
