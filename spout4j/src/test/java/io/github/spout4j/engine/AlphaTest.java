package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutReceiver.ReceiveResult;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.pixels.NaivePixels;
import io.github.spout4j.testing.UniqueName;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What senders carry and receivers are told of, by every way to send and to receive. */
@Tag("pipewire")
class AlphaTest {
    private static final int WIDTH = 67;
    private static final int HEIGHT = 31;
    private static final int[] ARGB = new Random(11).ints((long) WIDTH * HEIGHT).toArray();
    private static final MemorySegment PIXELS = MemorySegment.ofArray(ARGB);

    static Stream<Arguments> carried() {
        return Stream.of(Alpha.values())
                .flatMap(alpha -> EngineUnderTest.FORMATS.stream().map(format -> Arguments.of(alpha, format)));
    }

    /** A way to send {@link #ARGB}, which the sender takes for pixels of that alpha. */
    private record Way(String name, Alpha given, Sending sending) {}

    private interface Sending {
        boolean of(SpoutSender sender);
    }

    private static List<Way> ways() {
        List<Way> ways = new ArrayList<>(List.of(
                new Way("ints", Alpha.STRAIGHT, sender -> sender.send(ARGB)),
                new Way("bytes", Alpha.STRAIGHT, sender -> sender.send(bytes(PixelLayout.BGRA, sender.format()))),
                new Way("memory", Alpha.STRAIGHT,
                        sender -> sender.send(MemorySegment.ofArray(bytes(PixelLayout.BGRA, sender.format())))),
                new Way("image", Alpha.STRAIGHT, sender -> sender.send(image(BufferedImage.TYPE_INT_ARGB))),
                new Way("premultiplied image", Alpha.PREMULTIPLIED,
                        sender -> sender.send(image(BufferedImage.TYPE_INT_ARGB_PRE))),
                new Way("opaque image", Alpha.OPAQUE, sender -> sender.send(image(BufferedImage.TYPE_INT_RGB)))));
        for (Alpha alpha : Alpha.values()) {
            ways.add(new Way("layout", alpha, sender -> sender.send(PIXELS, PixelLayout.BGRA.alpha(alpha))));
        }
        return ways;
    }

    @ParameterizedTest
    @MethodSource("carried")
    void sendersCarryWhatTheyWereAskedFor(Alpha carried, PixelFormat format) {
        try (Spout spout = EngineUnderTest.open();
                SpoutSender sender = spout.sender(UniqueName.of("alpha")).size(WIDTH, HEIGHT).format(format)
                        .alpha(carried).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            for (Way way : ways()) {
                assertThat(way.sending().of(sender)).isTrue();
                try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                    assertThat(frame.pixels().toArray(JAVA_BYTE)).as("%s to %s", way, carried)
                            .isEqualTo(expected(way.given(), carried, frame.format()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("carried")
    void framesWrittenInPlaceAreWhatReceiversGet(Alpha carried, PixelFormat format) {
        try (Spout spout = EngineUnderTest.open();
                SpoutSender sender = spout.sender(UniqueName.of("alpha")).size(WIDTH, HEIGHT).format(format)
                        .alpha(carried).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            byte[] written;
            try (SpoutFrame frame = sender.nextFrame()) {
                written = bytes(PixelLayout.BGRA, frame.format());
                for (int y = 0; y < HEIGHT; y++) {
                    MemorySegment.copy(written, y * WIDTH * 4, frame.pixels(), JAVA_BYTE, y * frame.rowPitch(),
                            WIDTH * 4);
                }
                assertThat(frame.toImage().getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH))
                        .isEqualTo(argb(expected(carried, Alpha.STRAIGHT, PixelFormat.BGRA8)));
            }
            try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                assertThat(frame.pixels().toArray(JAVA_BYTE)).isEqualTo(written);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("carried")
    void receiversHandOutStraightFrames(Alpha told, PixelFormat format) {
        try (Spout spout = EngineUnderTest.open();
                SpoutSender sender = spout.sender(UniqueName.of("alpha")).size(WIDTH, HEIGHT).format(format).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).alpha(told).open()) {
            assertThat(sender.send(ARGB)).isTrue();
            try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                requireStraight(frame, told);
            }
            assertThat(sender.send(ARGB)).isTrue();
            assertThat(receiver.receive(PATIENCE, frame -> requireStraight(frame, told))).isTrue();
            for (Alpha wanted : Alpha.values()) {
                for (PixelFormat into : List.of(PixelFormat.RGBA8, PixelFormat.BGRA8, PixelFormat.RGBA16F)) {
                    assertThat(sender.send(ARGB)).isTrue();
                    MemorySegment target = MemorySegment.ofArray(new byte[WIDTH * HEIGHT * into.bytesPerPixel()]);
                    assertThat(receiver.receiveInto(target, PixelLayout.of(into).alpha(wanted), PATIENCE))
                            .isEqualTo(ReceiveResult.FRAME);
                    assertThat(target.toArray(JAVA_BYTE)).as("%s as %s", told, wanted)
                            .isEqualTo(expected(told, wanted, into));
                }
            }
        }
    }

    private static void requireStraight(SpoutFrame frame, Alpha told) {
        byte[] pixels = new byte[WIDTH * HEIGHT * 4];
        for (int y = 0; y < HEIGHT; y++) {
            MemorySegment.copy(frame.pixels(), JAVA_BYTE, y * frame.rowPitch(), pixels, y * WIDTH * 4, WIDTH * 4);
        }
        assertThat(pixels).as(told.name()).isEqualTo(expected(told, Alpha.STRAIGHT, frame.format()));
        assertThat(frame.toImage().getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH))
                .isEqualTo(argb(expected(told, Alpha.STRAIGHT, PixelFormat.BGRA8)));
    }

    /** {@link #ARGB}, taken for one alpha, as bytes of a format and another. */
    private static byte[] expected(Alpha from, Alpha to, PixelFormat format) {
        return NaivePixels.expected(PIXELS, PixelLayout.BGRA.alpha(from), PixelLayout.of(format).alpha(to),
                (long) WIDTH * HEIGHT * format.bytesPerPixel(), WIDTH, HEIGHT);
    }

    private static byte[] bytes(PixelLayout from, PixelFormat format) {
        return NaivePixels.expected(PIXELS, from, PixelLayout.of(format),
                (long) WIDTH * HEIGHT * format.bytesPerPixel(), WIDTH, HEIGHT);
    }

    private static int[] argb(byte[] bgra) {
        int[] argb = new int[WIDTH * HEIGHT];
        MemorySegment.copy(MemorySegment.ofArray(bgra), 0, MemorySegment.ofArray(argb), 0, bgra.length);
        return argb;
    }

    private static BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        System.arraycopy(ARGB, 0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0, ARGB.length);
        return image;
    }
}
