package io.github.spout4j.pipewire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What writers and readers of a buffer tell each other, each with a view of its own of the same memory. */
@EnabledOnOs(OS.LINUX)
class StreamBufferTest {
    private static final int META_BUSY = 7;
    private static final long COUNT = 4;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment header = arena.allocate(StreamBuffer.HEADER_BYTES, Long.BYTES);
    private final MemorySegment busy = arena.allocate(8, Long.BYTES);
    private final MemorySegment chunk = arena.allocate(16, Long.BYTES);
    private final StreamBuffer written = StreamBuffer.toWrite(view(MemorySegment.NULL).address(), 64);
    private final StreamBuffer read = StreamBuffer.toRead(view(arena.allocate(64)).address());

    @AfterEach
    void close() {
        written.remove();
        arena.close();
    }

    /** A struct pw_buffer. */
    private MemorySegment view(MemorySegment pixels) {
        MemorySegment metas = arena.allocate(32, Long.BYTES);
        metas.set(ValueLayout.JAVA_INT, 0, StreamBuffer.META_HEADER);
        metas.set(ValueLayout.JAVA_INT, 4, (int) header.byteSize());
        metas.set(ValueLayout.ADDRESS, 8, header);
        metas.set(ValueLayout.JAVA_INT, 16, META_BUSY);
        metas.set(ValueLayout.JAVA_INT, 20, (int) busy.byteSize());
        metas.set(ValueLayout.ADDRESS, 24, busy);
        MemorySegment data = arena.allocate(40, Long.BYTES);
        data.set(ValueLayout.JAVA_INT, 0, 1);
        data.set(ValueLayout.JAVA_INT, 20, (int) pixels.byteSize());
        data.set(ValueLayout.ADDRESS, 24, pixels);
        data.set(ValueLayout.ADDRESS, 32, chunk);
        MemorySegment buffer = arena.allocate(24, Long.BYTES);
        buffer.set(ValueLayout.JAVA_INT, 0, 2);
        buffer.set(ValueLayout.JAVA_INT, 4, 1);
        buffer.set(ValueLayout.ADDRESS, 8, metas);
        buffer.set(ValueLayout.ADDRESS, 16, data);
        MemorySegment pwBuffer = arena.allocate(24, Long.BYTES);
        pwBuffer.set(ValueLayout.ADDRESS, 0, buffer);
        return pwBuffer;
    }

    private void count(int users) {
        busy.set(ValueLayout.JAVA_INT, COUNT, users);
    }

    @Test
    void aReaderSeesThatAFrameIsBeingWritten() {
        count(1);
        assertThat(written.claim()).isTrue();
        assertThat(read.corrupted()).isTrue();
        written.describe(64, 16, 1, 7);
        assertThat(read.corrupted()).isFalse();
        assertThat(read.sequence()).isEqualTo(7);
        assertThat(read.size(0, 0)).isEqualTo(64);
        assertThat(read.rowPitch(0)).isEqualTo(16);
    }

    @Test
    void aWriterSeesThatAFrameIsReadAndLeavesItAsItIs() {
        count(1);
        assertThat(written.claim()).isTrue();
        written.describe(64, 16, 1, 7);
        count(2);
        assertThat(written.claim()).isFalse();
        assertThat(read.corrupted()).isFalse();
        assertThat(read.sequence()).isEqualTo(7);
        read.countDown();
        assertThat(written.claim()).isTrue();
        assertThat(read.corrupted()).isTrue();
    }

    @Test
    void whatWasGivenUpHalfWrittenIsNoFrameThoughSomebodyReadsItNow() {
        count(1);
        assertThat(written.claim()).isTrue();
        count(2);
        assertThat(written.claim()).isFalse();
        assertThat(read.corrupted()).isTrue();
    }

    @Test
    void itIsUsedAsLongAsSomebodyCounts() {
        assertThat(written.used()).isFalse();
        count(1);
        assertThat(written.used()).isTrue();
        read.countDown();
        assertThat(written.used()).isFalse();
    }
}
