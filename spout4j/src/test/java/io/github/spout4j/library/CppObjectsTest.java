package io.github.spout4j.library;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.SpoutException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of C++ objects as a release build of MSVC has them. */
@SuppressWarnings("restricted")
class CppObjectsTest {
    private final TestHeap heap = new TestHeap();
    private final CppObjects objects = new CppObjects(heap);
    private final Arena arena = Arena.ofShared();
    private final MemorySegment object = arena.allocate(CppObjects.STRING_BYTES, CppObjects.ALIGNMENT)
            .fill((byte) 0xEE);

    @AfterEach
    void everyBlockIsFreed() {
        assertThat(heap.open()).isZero();
        arena.close();
    }

    private long word(long offset) {
        return object.get(ValueLayout.JAVA_LONG, offset);
    }

    private MemorySegment block(long bytes) {
        return MemorySegment.ofAddress(word(0)).reinterpret(bytes);
    }

    private static byte[] text(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + i % 26);
        }
        return bytes;
    }

    @Test
    void upTo15CharactersLieInTheObject() {
        objects.makeString(object, text(15));
        assertThat(object.asSlice(0, 16).toArray(ValueLayout.JAVA_BYTE))
                .isEqualTo("abcdefghijklmno\0".getBytes(US_ASCII));
        assertThat(word(16)).isEqualTo(15);
        assertThat(word(24)).isEqualTo(15);
        assertThat(heap.open()).isZero();
        assertThat(objects.readString(object)).isEqualTo(text(15));
        objects.destroyString(object);
    }

    @Test
    void longerTextIsInABlockOfTheHeap() {
        objects.makeString(object, text(16));
        assertThat(word(16)).isEqualTo(16);
        assertThat(word(24)).isEqualTo(16);
        assertThat(heap.sizeOf(word(0))).isEqualTo(17);
        assertThat(block(17).getString(0)).isEqualTo("abcdefghijklmnop");
        assertThat(objects.readString(object)).isEqualTo(text(16));
        objects.destroyString(object);
    }

    @Test
    void theLastOrdinaryBlockHas4095Bytes() {
        objects.makeString(object, text(4094));
        assertThat(heap.sizeOf(word(0))).isEqualTo(4095);
        objects.destroyString(object);
    }

    @Test
    void from4096BytesOnBlocksAreAlignedAndKnowTheirRealPointer() {
        objects.makeString(object, text(4095));
        assertThat(word(0) % 32).isZero();
        long raw = MemorySegment.ofAddress(word(0) - 8).reinterpret(8).get(ValueLayout.JAVA_LONG, 0);
        assertThat(heap.sizeOf(raw)).isEqualTo(4096 + 39);
        assertThat(word(0) - raw).isBetween(8L, 39L);
        assertThat(objects.readString(object)).isEqualTo(text(4095));
        objects.destroyString(object);
    }

    @Test
    void wideTextLiesInTheObjectUpTo7Characters() {
        objects.makeWideString(object, "Köln ♥!");
        assertThat(object.getString(0, StandardCharsets.UTF_16LE)).isEqualTo("Köln ♥!");
        assertThat(word(16)).isEqualTo(7);
        assertThat(word(24)).isEqualTo(7);
        objects.makeWideString(object, "12345678");
        assertThat(word(16)).isEqualTo(8);
        assertThat(word(24)).isEqualTo(8);
        assertThat(heap.sizeOf(word(0))).isEqualTo(18);
        assertThat(block(18).getString(0, StandardCharsets.UTF_16LE)).isEqualTo("12345678");
        heap.free(word(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 200})
    void vectorsHaveBeginEndAndEndOfStorage(int count) {
        List<byte[]> texts = IntStream.range(0, count).mapToObj(CppObjectsTest::text).toList();
        objects.makeStrings(object, texts);
        assertThat(word(8) - word(0)).isEqualTo(32L * count);
        assertThat(word(16)).isEqualTo(word(8));
        assertThat(objects.readStrings(object)).containsExactlyElementsOf(texts);
        objects.destroyStrings(object);
    }

    @Test
    void whatIsNoStringIsNotFollowed() {
        object.set(ValueLayout.JAVA_LONG, 16, 1000);
        object.set(ValueLayout.JAVA_LONG, 24, 15);
        assertThatThrownBy(() -> objects.readString(object)).isInstanceOf(SpoutException.class)
                .hasMessageContaining("length 1000, capacity 15");
        object.set(ValueLayout.JAVA_LONG, 0, 64);
        object.set(ValueLayout.JAVA_LONG, 8, 63);
        assertThatThrownBy(() -> objects.readStrings(object)).isInstanceOf(SpoutException.class)
                .hasMessageContaining("-1 bytes");
    }
}
