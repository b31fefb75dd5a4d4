package io.github.spout4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutReceiver.ReceiveResult;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.engine.OpenSpout;
import io.github.spout4j.memoryshare.ByteFormat;
import io.github.spout4j.pixels.NaivePixels;
import io.github.spout4j.testing.InMemoryKernel;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Memory share as on Windows, where its bytes are RGBA whatever a sender says, on any system. */
class RgbaAlwaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int WIDTH = 17;
    private static final int HEIGHT = 9;

    private final InMemoryKernel kernel = new InMemoryKernel();

    private Spout open() {
        return new OpenSpout(
                new DirectSession(new LocalSystem(kernel.process(), ByteFormat.RGBA_ALWAYS, Optional.empty())));
    }

    private static byte[] rgba(byte[] pixels, PixelFormat format) {
        return NaivePixels.expected(MemorySegment.ofArray(pixels), PixelLayout.of(format), PixelLayout.RGBA,
                4 * WIDTH * HEIGHT, WIDTH, HEIGHT);
    }

    @ParameterizedTest
    @EnumSource
    void pixelsOfEveryFormatGoAsRgba(PixelFormat format) {
        byte[] pixels = new byte[WIDTH * HEIGHT * format.bytesPerPixel()];
        new Random(format.dxgiFormat()).nextBytes(pixels);
        byte[] expected = rgba(pixels, format);
        try (Spout theirs = open();
                Spout ours = open();
                SpoutSender sender = theirs.sender("s").size(WIDTH, HEIGHT).format(format).open();
                SpoutReceiver receiver = ours.receiver("s").open()) {
            assertThat(receiver.awaitSender(PATIENCE).orElseThrow().format()).contains(format);
            for (int way = 0; way < 2; way++) {
                assertThat(way == 0 ? sender.send(pixels) : sender.send(MemorySegment.ofArray(pixels))).isTrue();
                try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                    assertThat(frame.format()).isEqualTo(PixelFormat.RGBA8);
                    assertThat(frame.rowPitch()).isEqualTo(4 * WIDTH);
                    assertThat(frame.pixels().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(expected);
                }
            }
            sender.send(pixels);
            byte[] received = new byte[expected.length];
            assertThat(receiver.receiveInto(MemorySegment.ofArray(received), PixelLayout.RGBA, PATIENCE))
                    .isEqualTo(ReceiveResult.FRAME);
            assertThat(received).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNextFrameIsWrittenInRgba(PixelFormat format) {
        try (Spout spout = open();
                SpoutSender sender = spout.sender("s").size(WIDTH, HEIGHT).format(format).open();
                SpoutReceiver receiver = spout.receiver("s").open()) {
            try (SpoutFrame frame = sender.nextFrame()) {
                assertThat(frame.format()).isEqualTo(PixelFormat.RGBA8);
                assertThat(frame.rowPitch()).isEqualTo(4 * WIDTH);
                assertThat(frame.pixels().byteSize()).isEqualTo(4 * WIDTH * HEIGHT);
                frame.pixels().fill((byte) 0);
                frame.view().bits(16, 8, 1, 200);
            }
            try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                assertThat(frame.view().bits(16, 8, 1)).isEqualTo(200);
            }
        }
    }
}
