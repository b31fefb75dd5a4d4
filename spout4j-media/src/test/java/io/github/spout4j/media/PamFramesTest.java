package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.spout4j.PixelFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through the pipe from ffmpeg, and what never should. */
class PamFramesTest {
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

    private static String header(int width, int height, int depth, int largest) {
        return "P7\nWIDTH " + width + "\nHEIGHT " + height + "\nDEPTH " + depth + "\nMAXVAL " + largest + "\nTUPLTYPE "
                + (depth == 1 ? "GRAYSCALE" : "RGB_ALPHA") + "\nENDHDR\n";
    }

    private void add(int width, int height, int depth, int largest, int fill) {
        stream.writeBytes(header(width, height, depth, largest).getBytes(StandardCharsets.US_ASCII));
        byte[] pixels = new byte[width * height * depth * (largest > 255 ? 2 : 1)];
        java.util.Arrays.fill(pixels, (byte) fill);
        stream.writeBytes(pixels);
    }

    private PamFrames frames() {
        return frames(stream.toByteArray());
    }

    /** As a pipe does: so many bytes at a time as it likes. */
    private static PamFrames frames(byte[] bytes) {
        ReadableByteChannel all = Channels.newChannel(new ByteArrayInputStream(bytes));
        return new PamFrames(new ReadableByteChannel() {
            private int reads;

            @Override
            public int read(ByteBuffer target) throws IOException {
                int limit = target.limit();
                target.limit(Math.min(limit, target.position() + 1 + reads++ % 7));
                try {
                    return all.read(target);
                } finally {
                    target.limit(limit);
                }
            }

            @Override
            public boolean isOpen() {
                return all.isOpen();
            }

            @Override
            public void close() throws IOException {
                all.close();
            }
        });
    }

    private static void expect(PamFrames frames, int width, int height, PixelFormat format, int fill)
            throws IOException {
        assertThat(frames.next()).isTrue();
        assertThat(frames.width()).isEqualTo(width);
        assertThat(frames.height()).isEqualTo(height);
        assertThat(frames.format()).isEqualTo(format);
        ByteBuffer pixels = ByteBuffer.allocate(width * height * format.bytesPerPixel());
        frames.read(pixels);
        for (byte each : pixels.array()) {
            assertThat(each).isEqualTo((byte) fill);
        }
    }

    @Test
    void framesOfAllKindsFollowEachOther() throws IOException {
        add(1000, 10, 4, 255, 1);
        add(1000, 10, 4, 255, 2);
        add(9, 9, 4, 255, 3);
        add(9, 9, 4, 255, 4);
        add(12_345, 1, 1, 65_535, 5);
        add(3, 1, 1, 255, 6);
        add(3, 1, 4, 65_535, 7);
        PamFrames frames = frames();
        expect(frames, 1000, 10, PixelFormat.RGBA8, 1);
        expect(frames, 1000, 10, PixelFormat.RGBA8, 2);
        expect(frames, 9, 9, PixelFormat.RGBA8, 3);
        expect(frames, 9, 9, PixelFormat.RGBA8, 4);
        expect(frames, 12_345, 1, PixelFormat.R16, 5);
        expect(frames, 3, 1, PixelFormat.R8, 6);
        expect(frames, 3, 1, PixelFormat.RGBA16, 7);
        assertThat(frames.next()).isFalse();
    }

    @Test
    void aFrameThatIsCutOffIsNone() throws IOException {
        add(5, 5, 4, 255, 1);
        byte[] whole = stream.toByteArray();
        for (int length = 0; length < whole.length; length++) {
            PamFrames frames = frames(java.util.Arrays.copyOf(whole, length));
            if (frames.next()) {
                assertThatExceptionOfType(EOFException.class).isThrownBy(() -> frames.read(ByteBuffer.allocate(100)));
            } else {
                assertThat(length).isLessThan(whole.length - 100);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P6\n", "P7\nWIDTH -1\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n",
            "P7\nWIDTH 1\nHEIGHT 1\nDEPTH 3\nMAXVAL 255\nTUPLTYPE RGB\nENDHDR\n", "ENDHDR\n",
            "P7\nWIDTH 99999999999\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n"})
    void whatIsNoPictureIsRefused(String text) {
        byte[] bytes = (text + "x".repeat(1000)).getBytes(StandardCharsets.US_ASCII);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> frames(bytes).next());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16_385, 999_999})
    void aSizeThatSpoutCannotSendIsTold(int width) {
        byte[] bytes = header(width, 1, 4, 255).getBytes(StandardCharsets.US_ASCII);
        assertThatExceptionOfType(FilmException.class).isThrownBy(() -> frames(bytes).next())
                .matches(FilmException::badInput);
    }
}
