package io.github.spout4j.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;

class SenderTableTest {
    private static NameBytes name(String text) {
        return NameBytes.of(text.getBytes(ISO_8859_1));
    }

    private static NavigableSet<NameBytes> names(String... texts) {
        NavigableSet<NameBytes> names = new TreeSet<>();
        for (String text : texts) {
            names.add(name(text));
        }
        return names;
    }

    private static byte[] dirty(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 0x55);
        return bytes;
    }

    @Test
    void writesTheGoldenBytes() {
        byte[] bytes = dirty(5 * 256);
        SenderTable.encode(names("b", "\u00e9", "B", "a_1"), MemorySegment.ofArray(bytes));

        byte[] golden = new byte[5 * 256];
        golden[0] = 'B';
        golden[256] = 'a';
        golden[257] = '_';
        golden[258] = '1';
        golden[512] = 'b';
        golden[768] = (byte) 0xE9;
        assertThat(bytes).isEqualTo(golden);
    }

    @Test
    void findsANameThatIsThereAsAWhole() {
        byte[] bytes = dirty(4 * 256);
        SenderTable.encode(names("a", "ab", "\u00e9"), MemorySegment.ofArray(bytes));
        MemorySegment memory = MemorySegment.ofArray(bytes);
        assertThat(List.of("a", "ab", "\u00e9")).allMatch(text -> SenderTable.contains(memory, name(text)));
        assertThat(List.of("b", "abc", "UUU")).noneMatch(text -> SenderTable.contains(memory, name(text)));
        bytes[256] = 0;
        assertThat(SenderTable.contains(memory, name("\u00e9"))).as("behind the end").isFalse();
    }

    @Test
    void findsNoNameWithoutEnd() {
        byte[] bytes = dirty(256);
        byte[] longest = new byte[255];
        Arrays.fill(longest, (byte) 0x55);
        assertThat(SenderTable.contains(MemorySegment.ofArray(bytes), NameBytes.of(longest))).isFalse();
        bytes[255] = 0;
        assertThat(SenderTable.contains(MemorySegment.ofArray(bytes), NameBytes.of(longest))).isTrue();
    }

    @Test
    void aFullTableHasNoEnd() {
        byte[] bytes = dirty(2 * 256 + 100);
        SenderTable.encode(names("a", "b"), MemorySegment.ofArray(bytes));
        assertThat(SenderTable.decode(MemorySegment.ofArray(bytes))).isEqualTo(names("a", "b"));
        assertThat(Arrays.copyOfRange(bytes, 512, 612)).containsOnly(0x55);
    }

    @Test
    void tooManyNamesChangeNothing() {
        byte[] bytes = dirty(256);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SenderTable.encode(names("a", "b"), MemorySegment.ofArray(bytes)));
        assertThat(bytes).containsOnly(0x55);
    }

    @Test
    void whatFollowsAnEmptyNameIsNotRead() {
        byte[] bytes = new byte[4 * 256];
        bytes[0] = 'a';
        bytes[512] = 'z';
        assertThat(SenderTable.decode(MemorySegment.ofArray(bytes))).isEqualTo(names("a"));
    }

    @Test
    void aSlotWithoutNulIsPassedOver() {
        byte[] bytes = new byte[4 * 256];
        bytes[0] = 'a';
        Arrays.fill(bytes, 256, 512, (byte) 'x');
        bytes[512] = 'z';
        assertThat(SenderTable.decode(MemorySegment.ofArray(bytes))).isEqualTo(names("a", "z"));
    }

    @Test
    void unsortedAndDoubleNamesAreReadAsASet() {
        byte[] bytes = new byte[4 * 256];
        bytes[0] = 'z';
        bytes[256] = 'a';
        bytes[512] = 'z';
        assertThat(SenderTable.decode(MemorySegment.ofArray(bytes))).isEqualTo(names("a", "z"));
    }

    @Property(tries = 300)
    void anyBytesOfAnySizeCanBeRead(@ForAll long seed, @ForAll @IntRange(max = 2000) int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        NavigableSet<NameBytes> names = SenderTable.decode(MemorySegment.ofArray(bytes));
        assertThat(names).hasSizeLessThanOrEqualTo(size / 256);
        SenderTable.encode(names, MemorySegment.ofArray(bytes));
        assertThat(SenderTable.decode(MemorySegment.ofArray(bytes))).isEqualTo(names);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadInOrder(@ForAll @Size(max = 12) List<@Size(min = 1, max = 255) byte[]> raw,
            @ForAll @IntRange(max = 3) int room) {
        NavigableSet<NameBytes> names = new TreeSet<>();
        for (byte[] bytes : raw) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] == 0 ? 1 : bytes[i];
            }
            names.add(NameBytes.of(bytes));
        }
        byte[] bytes = dirty((names.size() + room) * 256);
        SenderTable.encode(names, MemorySegment.ofArray(bytes));
        assertThat(SenderTable.decode(MemorySegment.ofArray(bytes))).containsExactlyElementsOf(names);
    }

    @Property(tries = 300)
    void aMutatedTableNeverInventsMoreThanOneName(@ForAll @IntRange(max = 8 * 256 - 1) int at, @ForAll byte value) {
        byte[] bytes = new byte[8 * 256];
        NavigableSet<NameBytes> names = names("alpha", "beta", "gamma", "delta");
        SenderTable.encode(names, MemorySegment.ofArray(bytes));
        bytes[at] = value;
        NavigableSet<NameBytes> read = SenderTable.decode(MemorySegment.ofArray(bytes));
        read.removeAll(names);
        assertThat(read).hasSizeLessThanOrEqualTo(1);
    }
}
