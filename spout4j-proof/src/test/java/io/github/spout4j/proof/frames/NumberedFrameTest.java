package io.github.spout4j.proof.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NumberedFrameTest {
    private static final int WIDTH = 7;
    private static final int HEIGHT = 3;
    private static final int SENDER = 5;
    private static final int NUMBER = 41;

    @Test
    void aWholeFrameHasItsNumber() {
        assertThat(received(-1, SENDER)).isEqualTo(NUMBER);
    }

    @Test
    void eachPixelCounts() {
        for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
            assertThat(received(pixel, SENDER)).as("pixel %d", pixel).isEqualTo(NumberedFrame.TORN);
        }
    }

    @Test
    void anotherSendersFrameIsWrong() {
        assertThat(received(-1, SENDER + 1)).isEqualTo(NumberedFrame.TORN);
    }

    /** @param broken the pixel of which one bit is another one, or -1 */
    private static int received(int broken, int reader) {
        String name = "numbered-" + System.nanoTime();
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender(name).size(WIDTH, HEIGHT).transport(Transport.MEMORY).open();
                SpoutReceiver receiver = spout.receiver(name).open()) {
            try (SpoutFrame frame = sender.nextFrame()) {
                NumberedFrame.write(frame, SENDER, NUMBER);
                if (broken >= 0) {
                    long at = broken / WIDTH * frame.rowPitch() + broken % WIDTH * 4L;
                    frame.pixels().set(ValueLayout.JAVA_BYTE, at,
                            (byte) (frame.pixels().get(ValueLayout.JAVA_BYTE, at) ^ 1));
                }
            }
            try (SpoutFrame frame = receiver.receive(Duration.ofSeconds(10)).orElseThrow()) {
                return NumberedFrame.read(frame, reader);
            }
        }
    }
}
