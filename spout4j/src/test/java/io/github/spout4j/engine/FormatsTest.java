package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.PixelView;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver.ReceiveResult;
import io.github.spout4j.engine.EngineUnderTest.Size;
import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every format from a sender to a receiver. A frame is in the sender's format, or in RGBA8 where the transport carries
 * nothing else.
 */
@Tag("pipewire")
class FormatsTest {
    private static final int WIDTH = 17;
    private static final int HEIGHT = 9;

    private static byte[] random(PixelFormat format) {
        byte[] bytes = new byte[WIDTH * HEIGHT * format.bytesPerPixel()];
        new Random(format.dxgiFormat()).nextBytes(bytes);
        for (int at = 3; at < bytes.length && format == PixelFormat.BGRX8; at += 4) {
            bytes[at] = (byte) 0xFF; // nothing, which Direct3D may change
        }
        return bytes;
    }

    /** What arrives of bytes in the sender's format. */
    private static byte[] arrived(byte[] sent, PixelFormat format, SpoutFrame frame) {
        assertThat(frame.format()).isIn(format, PixelFormat.RGBA8);
        return Pattern.converted(MemorySegment.ofArray(sent), format, frame.format());
    }

    @ParameterizedTest
    @EnumSource
    void javaIntsAndImages(PixelFormat format) {
        for (Size size : List.of(new Size(1, 1), new Size(WIDTH, HEIGHT), new Size(639, 361))) {
            try (Pair pair = Pair.open(size.width(), size.height(), format)) {
                assertThat(pair.spout().senders().find(pair.sender().name()).orElseThrow().format()).contains(format);
                assertThat(pair.send(1)).isTrue();
                Pattern.requireReceived(pair.receiver(), 1, size.width(), size.height());
                BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
                int[] argb = Pattern.argb(2, size.width(), size.height());
                image.setRGB(0, 0, size.width(), size.height(), argb, 0, size.width());
                assertThat(pair.sender().send(image)).isTrue();
                Pattern.requireReceived(pair.receiver(), argb, size.width(), size.height());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"R8", "R16", "R16F", "R32F", "RGBA8", "RGBA16"})
    void grayImagesComeBackAsTheyWere(PixelFormat format) {
        try (Pair pair = Pair.open(256, 1, format)) {
            for (int type : List.of(BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY)) {
                BufferedImage image = new BufferedImage(256, 1, type);
                for (int i = 0; i < 256; i++) {
                    image.getRaster().setSample(i, 0, 0, type == BufferedImage.TYPE_BYTE_GRAY ? i : i * 257);
                }
                assertThat(pair.sender().send(image)).isTrue();
                try (SpoutFrame frame = pair.receiver().receive(PATIENCE).orElseThrow()) {
                    assertThat(frame.toImage().getRGB(0, 0, 256, 1, null, 0, 256))
                            .isEqualTo(IntStream.range(0, 256).map(i -> 0xFF << 24 | i << 16 | i << 8 | i).toArray());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytesAsTheyAre(PixelFormat format) {
        byte[] sent = random(format);
        try (Pair pair = Pair.open(WIDTH, HEIGHT, format)) {
            for (int way = 0; way < 3; way++) {
                assertThat(switch (way) {
                    case 0 -> pair.sender().send(sent);
                    case 1 -> pair.sender().send(MemorySegment.ofArray(sent));
                    default -> pair.sender().send(MemorySegment.ofArray(sent), PixelLayout.of(format));
                }).isTrue();
                try (SpoutFrame frame = pair.receiver().receive(PATIENCE).orElseThrow()) {
                    assertThat(frame.rowPitch()).isEqualTo((long) WIDTH * frame.format().bytesPerPixel());
                    Pattern.requireSame(frame.pixels(), arrived(sent, format, frame));
                    Pattern.requireSame(MemorySegment.ofBuffer(frame.buffer()), arrived(sent, format, frame));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void receivedInEveryOther(PixelFormat format) {
        byte[] sent = random(format);
        try (Pair pair = Pair.open(WIDTH, HEIGHT, format)) {
            pair.receiver().awaitSender(PATIENCE).orElseThrow();
            for (PixelFormat wanted : PixelFormat.values()) {
                pair.sender().send(sent);
                try (SpoutFrame frame = pair.receiver().receive(PATIENCE).orElseThrow()) {
                    byte[] expected = Pattern.converted(frame.pixels(), frame.format(), wanted);
                    MemorySegment target = MemorySegment.ofArray(new byte[expected.length]);
                    frame.copyTo(target, PixelLayout.of(wanted));
                    Pattern.requireSame(target, expected);
                    pair.sender().send(sent);
                    target.fill((byte) 7);
                    assertThat(pair.receiver().receiveInto(target, PixelLayout.of(wanted), PATIENCE))
                            .isEqualTo(ReceiveResult.FRAME);
                    Pattern.requireSame(target, expected);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void writtenInPlaceAsNumbersAndReadAsNumbers(PixelFormat format) {
        try (Pair pair = Pair.open(WIDTH, HEIGHT, format)) {
            float[] written = new float[4];
            try (SpoutFrame frame = pair.sender().nextFrame()) {
                assertThat(frame.rowPitch()).isGreaterThanOrEqualTo((long) WIDTH * frame.format().bytesPerPixel());
                frame.pixels().fill((byte) 0);
                PixelView view = frame.view();
                assertThat(view.width()).isEqualTo(WIDTH);
                assertThat(view.height()).isEqualTo(HEIGHT);
                assertThat(view.format()).isEqualTo(frame.format());
                for (int channel = 0; channel < 4; channel++) {
                    view.set(16, 8, channel, 0.2f * (channel + 1));
                    written[channel] = view.get(16, 8, channel);
                }
            }
            try (SpoutFrame frame = pair.receiver().receive(PATIENCE).orElseThrow()) {
                for (int channel = 0; channel < 4; channel++) {
                    assertThat(frame.view().get(16, 8, channel)).isEqualTo(written[channel]);
                    assertThat(frame.view().bits(0, 0, channel)).isZero();
                }
                assertThat(written[0]).isBetween(0.18f, 0.21f);
            }
        }
    }

    @Test
    void aSenderThatChangesFormatIsFollowed() {
        try (Pair pair = Pair.open(WIDTH, HEIGHT)) {
            String name = pair.sender().name();
            pair.sender().close();
            for (PixelFormat format : PixelFormat.values()) {
                try (var sender = pair.spout().sender(name).size(WIDTH, HEIGHT).format(format).open()) {
                    int[] argb = Pattern.argb(format.dxgiFormat(), WIDTH, HEIGHT);
                    assertThat(sender.send(argb)).isTrue();
                    Pattern.requireReceived(pair.receiver(), argb, WIDTH, HEIGHT);
                }
            }
        }
    }

    @Test
    void aViewLivesAsLongAsItsFrame() {
        try (Pair pair = Pair.open(WIDTH, HEIGHT)) {
            pair.send(1);
            SpoutFrame frame = pair.receiver().receive(PATIENCE).orElseThrow();
            PixelView view = frame.view();
            assertThat(frame.view()).isSameAs(view);
            int first = Pattern.argb(1, WIDTH, HEIGHT)[0];
            assertThat(view.bits(0, 0, 3) << 24 | view.bits(0, 0, 0) << 16 | view.bits(0, 0, 1) << 8
                    | view.bits(0, 0, 2)).isEqualTo(first);
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> view.set(0, 0, 0, 1));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> view.get(WIDTH, 0, 0));
            frame.close();
            assertThatIllegalStateException().isThrownBy(frame::view);
            assertThatIllegalStateException().isThrownBy(() -> view.get(0, 0, 0));
            assertThatIllegalStateException().isThrownBy(() -> view.set(0, 0, 0, 0));
        }
    }

    @Test
    void aFrameThatIsReadInPlaceIsNotWritten() {
        try (Pair pair = Pair.open(WIDTH, HEIGHT)) {
            pair.send(1);
            assertThat(pair.receiver().receive(PATIENCE, frame -> {
                assertThat(frame.view().bits(1, 0, 2)).isEqualTo(Pattern.argb(1, WIDTH, HEIGHT)[1] & 0xFF);
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> frame.view().set(0, 0, 0, 0));
            })).isTrue();
        }
    }
}
