package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineMethod.CREATE_MEMORY;
import static io.github.spout4j.peer.GenuineMethod.ENABLE_FRAME_COUNT;
import static io.github.spout4j.peer.GenuineMethod.LOCK_MEMORY;
import static io.github.spout4j.peer.GenuineMethod.OPEN_MEMORY;
import static io.github.spout4j.peer.GenuineMethod.READ_PIXELS;
import static io.github.spout4j.peer.GenuineMethod.SET_NEW_FRAME;
import static io.github.spout4j.peer.GenuineMethod.UNLOCK_MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory share: our pixels read by the SDK's ReadMemoryPixels, and its shared memory read by us. */
@GenuineTest
class GenuinePixelsTest extends AgainstGenuine {
    private static final int GL_RGBA = 0x1908;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final String name = UniqueName.of("pixels");

    private static byte[] random(int width, int height, long seed) {
        byte[] bytes = new byte[width * height * 4];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] swapped(byte[] pixels) {
        byte[] result = pixels.clone();
        for (int i = 0; i < pixels.length; i += 4) {
            result[i] = pixels[i + 2];
            result[i + 2] = pixels[i];
        }
        return result;
    }

    private static byte[] flipped(byte[] pixels, int height) {
        byte[] result = new byte[pixels.length];
        int row = pixels.length / height;
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * row, result, (height - 1 - y) * row, row);
        }
        return result;
    }

    private List<String> readPixels(int width, int height, boolean invert) {
        return genuine.call(READ_PIXELS, name, width * height * 4, width, height, GL_RGBA, invert);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "7, 5", "64, 48", "639, 361"})
    void itReadsOurPixelsExactly(int width, int height) {
        byte[] pixels = random(width, height, width);
        try (SpoutSender sender = spout.sender(name).size(width, height).open()) {
            assertThat(sender.send(pixels)).isTrue();
            List<String> answer = readPixels(width, height, false);
            assertThat(answer.getFirst()).isEqualTo("true");
            assertThat(Genuine.bytes(answer.get(1))).isEqualTo(pixels);
        }
    }

    /** From 320 × 240 on, only widths that are multiples of 4: the SDK's flip crashes on rows at other addresses. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "7, 5", "319, 240", "640, 361"})
    void itReadsOurPixelsUpsideDown(int width, int height) {
        byte[] pixels = random(width, height, width);
        try (SpoutSender sender = spout.sender(name).size(width, height).open()) {
            assertThat(sender.send(pixels)).isTrue();
            assertThat(Genuine.bytes(readPixels(width, height, true).get(1))).isEqualTo(flipped(pixels, height));
        }
    }

    @Test
    void whatOurBgraSenderSendsIsRgbaThere() {
        byte[] pixels = random(33, 17, 1);
        try (SpoutSender sender = spout.sender(name).size(33, 17).format(PixelFormat.BGRA8).open()) {
            assertThat(sender.send(pixels)).isTrue();
            assertThat(genuine.info(name).orElseThrow().format()).isEqualTo(87);
            assertThat(Genuine.bytes(readPixels(33, 17, false).get(1))).isEqualTo(swapped(pixels));
        }
    }

    @Test
    void itCannotReadAFrameThatIsStillWritten() {
        byte[] pixels = random(8, 8, 2);
        try (SpoutSender sender = spout.sender(name).size(8, 8).open()) {
            sender.send(new byte[pixels.length]);
            try (SpoutFrame frame = sender.nextFrame()) {
                frame.buffer().put(pixels);
                assertThat(readPixels(8, 8, false).getFirst()).isEqualTo("false");
            }
            assertThat(Genuine.bytes(readPixels(8, 8, false).get(1))).isEqualTo(pixels);
        }
    }

    @Test
    void weSendNothingWhileItHoldsThePixels() {
        try (SpoutSender sender = spout.sender(name).size(8, 8).open()) {
            assertThat(sender.send(random(8, 8, 3))).isTrue();
            assertThat(genuine.isTrue(OPEN_MEMORY, name + "_map")).isTrue();
            long pointer = Long.parseLong(genuine.call(LOCK_MEMORY).getFirst());
            assertThat(sender.send(random(8, 8, 4))).isFalse();
            assertThat(genuine.peek(pointer, 8 * 8 * 4)).isEqualTo(random(8, 8, 3));
            genuine.call(UNLOCK_MEMORY);
            assertThat(sender.send(random(8, 8, 5))).isTrue();
            assertThat(genuine.peek(pointer, 8 * 8 * 4)).isEqualTo(random(8, 8, 5));
        }
    }

    @Test
    void aReaderOfItsThatKeepsTheOldMemoryHoldsALargerFrameUpUntilItLetsGo() {
        try (SpoutSender sender = spout.sender(name).size(8, 8).open()) {
            sender.send(random(8, 8, 6));
            assertThat(readPixels(8, 8, false).getFirst()).isEqualTo("true");
            sender.resize(64, 48);
            assertThat(sender.send(random(64, 48, 7))).isFalse();
            genuine.destroy(GenuineClass.GL);
            assertThat(sender.send(random(64, 48, 8))).isTrue();
            assertThat(Genuine.bytes(readPixels(64, 48, false).get(1))).isEqualTo(random(64, 48, 8));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 28, true", "639, 361, 28, true", "64, 48, 87, true", "64, 48, 0, false", "64, 48, 28, false"})
    void weReadItsSharedMemoryExactly(int width, int height, int format, boolean counts) {
        boolean counted = spout.settings().frameCount();
        spout.settings().frameCount(true);
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            genuine.createSender(name, width, height, 0, format);
            genuine.call(CREATE_MEMORY, name + "_map", width * height * 4);
            if (counts) {
                genuine.call(ENABLE_FRAME_COUNT, name);
            }
            for (int i = 1; i <= 5; i++) {
                byte[] pixels = random(width, height, i);
                long pointer = Long.parseLong(genuine.call(LOCK_MEMORY).getFirst());
                genuine.poke(pointer, pixels);
                genuine.call(SET_NEW_FRAME);
                genuine.call(UNLOCK_MEMORY);
                assertReceived(receiver, width, height, counts ? i : 0, pixels);
            }
        } finally {
            spout.settings().frameCount(counted);
        }
    }

    /** @param number of a sender that counts; 0 of one that does not, whose frames are numbered as they are seen */
    private static void assertReceived(SpoutReceiver receiver, int width, int height, long number, byte[] pixels) {
        long deadline = System.nanoTime() + LONG.toNanos();
        for (;;) {
            try (SpoutFrame frame = receiver.receive(LONG).orElseThrow()) {
                byte[] received = frame.pixels().toArray(ValueLayout.JAVA_BYTE);
                // a receiver of uncounted frames may have been in time for the last one
                if (number == 0 && !Arrays.equals(received, pixels) && System.nanoTime() < deadline) {
                    continue;
                }
                assertThat(frame.width()).isEqualTo(width);
                assertThat(frame.height()).isEqualTo(height);
                assertThat(frame.format()).isEqualTo(PixelFormat.RGBA8);
                if (number != 0) {
                    assertThat(frame.number()).isEqualTo(number);
                }
                assertThat(frame.number()).isPositive();
                assertThat(received).isEqualTo(pixels);
                return;
            }
        }
    }

    @Test
    void weWaitWhileItWrites() {
        genuine.createSender(name, 8, 8, 0, 28);
        genuine.call(CREATE_MEMORY, name + "_map", 8 * 8 * 4);
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            long pointer = Long.parseLong(genuine.call(LOCK_MEMORY).getFirst());
            assertThat(receiver.receive(Duration.ofMillis(200))).isEmpty();
            genuine.poke(pointer, random(8, 8, 9));
            genuine.call(UNLOCK_MEMORY);
            assertReceived(receiver, 8, 8, 0, random(8, 8, 9));
        }
    }
}
