package io.github.spout4j.texture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.InProcessHandles;
import io.github.spout4j.d3d11.SharedHandles;
import io.github.spout4j.d3d11.StagingTexture;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.protocol.FrameCount;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way of one sender's pixels through textures, without a directory: an info that tests can write, a writer, readers. */
final class TextureWay implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final long PATIENCE_MILLIS = PATIENCE.toMillis();

    private static final int INFO_SIZE = 280;
    private static final SenderTraits COUNTED = new SenderTraits(true, true);

    final KernelObjects objects;
    final SenderName name;
    final TextureSystem textures;
    final SharedTexture first;
    private final NamedMemory info;
    private final NamedMemory traits;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private TextureWriter writer;

    TextureWay(FrameShape shape) {
        this(shape, new InProcessHandles());
    }

    TextureWay(FrameShape shape, SharedHandles handles) {
        KernelSystem system = TestSystem.open();
        objects = system.objects();
        name = SenderName.of(UniqueName.of("way"), system.names());
        textures = new TextureSystem(handles);
        info = objects.createMemory(name.text(), INFO_SIZE);
        traits = COUNTED.publish(objects, name).orElseThrow();
        first = textures.make(shape, Optional.empty(), Texture.Sharing.PLAIN);
        publish(shape, first.shareHandle());
    }

    static FrameShape rgba(int width, int height) {
        return new FrameShape(width, height, PixelFormat.RGBA8);
    }

    /** What the sender says, true or not. */
    void publish(FrameShape shape, int shareHandle) {
        publish(shareHandle, shape.width(), shape.height(), shape.format().dxgiFormat());
    }

    void publish(int shareHandle, int width, int height, int format) {
        int[] values = {shareHandle, width, height, format};
        MemorySegment.copy(values, 0, info.segment(), ValueLayout.JAVA_INT_UNALIGNED, 0, values.length);
    }

    int publishedHandle() {
        return info.segment().get(ValueLayout.JAVA_INT_UNALIGNED, 0);
    }

    Device device() {
        return first.device();
    }

    TextureWriter writer() {
        if (writer == null) {
            writer = new TextureWriter(textures, objects, name, true, this::publish, first, Optional.empty(),
                    Texture.Sharing.PLAIN, StagingTexture.Purpose.WRITE);
        }
        return writer;
    }

    TextureReader reader(ReceiveMode mode) {
        TextureReader reader = new TextureReader(textures, objects, name, COUNTED, mode, Optional.empty());
        opened.add(reader);
        return reader;
    }

    /** A frame of one byte value throughout; false where there was no place for it in time. */
    boolean send(FrameShape shape, int value, long timeoutMillis) {
        MemorySegment pixels = writer().begin(shape, timeoutMillis);
        if (pixels == null) {
            return false;
        }
        pixels.fill((byte) value);
        writer().publish();
        return true;
    }

    /** Sends a frame and waits until it is counted. */
    void sendThrough(FrameShape shape, int value) {
        assertThat(send(shape, value, PATIENCE_MILLIS)).isTrue();
        awaitCount((int) writer().number());
    }

    int count() {
        return FrameCount.frame(objects, name);
    }

    void awaitCount(int number) {
        Await.until("frame " + number + " is counted", PATIENCE, () -> count() == number);
    }

    /** Waits for a frame and fails where it is not of that number, shape and value. */
    static void requireFrame(TextureReader reader, long number, FrameShape shape, int value) {
        Await.until("frame " + number, PATIENCE,
                () -> reader.begin(PixelReader.Form.PIXELS, 50) == PixelReader.Access.READY);
        requireOpen(reader, number, shape, value);
        reader.end();
    }

    static void requireOpen(TextureReader reader, long number, FrameShape shape, int value) {
        assertThat(reader.number()).isEqualTo(number);
        assertThat(reader.shape()).isEqualTo(shape);
        MemorySegment expected = MemorySegment.ofArray(new byte[(int) shape.rowBytes()]).fill((byte) value);
        for (int y = 0; y < shape.height(); y++) {
            long at = y * reader.rowPitch();
            assertThat(MemorySegment.mismatch(reader.pixels(), at, at + shape.rowBytes(), expected, 0,
                    shape.rowBytes())).as("row " + y).isEqualTo(-1);
        }
    }

    /** Nothing is given, for a moment. */
    static void requireNone(TextureReader reader) {
        for (int look = 0; look < 5; look++) {
            assertThat(reader.begin(PixelReader.Form.PIXELS, 10)).isNotEqualTo(PixelReader.Access.READY);
        }
    }

    /** Whether a handle opens. */
    boolean opens(int handle) {
        return textures.locate(handle).isPresent();
    }

    @Override
    public void close() {
        opened.forEach(each -> {
            try {
                each.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        if (writer != null) {
            writer.close();
        } else {
            first.close();
        }
        info.close();
        traits.close();
    }
}
