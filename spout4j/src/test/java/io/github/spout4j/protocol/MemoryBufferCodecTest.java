package io.github.spout4j.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

class MemoryBufferCodecTest {
    private static byte[] image(String header, int size) {
        byte[] bytes = new byte[size];
        byte[] text = header.getBytes(US_ASCII);
        System.arraycopy(text, 0, bytes, 0, text.length);
        return bytes;
    }

    private static int length(String header, int size) {
        return MemoryBufferCodec.readLength(MemorySegment.ofArray(image(header, size)));
    }

    @Test
    void writesTheGoldenBytes() {
        byte[] bytes = new byte[5 + 32];
        Arrays.fill(bytes, (byte) 0x55);
        MemorySegment memory = MemorySegment.ofArray(bytes);
        MemoryBufferCodec.writeLength(memory, 5);
        MemoryBufferCodec.writeData(memory, 5, MemorySegment.ofArray("abc".getBytes(US_ASCII)));

        byte[] golden = new byte[5 + 32];
        Arrays.fill(golden, 22, 37, (byte) 0x55);
        golden[0] = '5';
        golden[16] = 'a';
        golden[17] = 'b';
        golden[18] = 'c';
        assertThat(bytes).isEqualTo(golden);
    }

    @Test
    void theNulIsLeftOutWhereThereIsNoRoom() {
        byte[] bytes = new byte[16 + 3];
        MemoryBufferCodec.writeData(MemorySegment.ofArray(bytes), 3, MemorySegment.ofArray(new byte[]{7, 8, 9}));
        assertThat(bytes).endsWith(7, 8, 9);
    }

    @Test
    void readsOnlyDigitsWithinTheMemory() {
        assertThat(length("0", 48)).isZero();
        assertThat(length("32", 48)).isEqualTo(32);
        assertThat(length("33", 48)).isEqualTo(-1);
        assertThat(length("", 48)).isEqualTo(-1);
        assertThat(length("-1", 48)).isEqualTo(-1);
        assertThat(length("+1", 48)).isEqualTo(-1);
        assertThat(length("1 ", 48)).isEqualTo(-1);
        assertThat(length("12x", 48)).isEqualTo(-1);
        assertThat(length("4294967297", 48)).isEqualTo(-1);
        assertThat(length("999999999999999", 48)).isEqualTo(-1);
        assertThat(length("1", 15)).isEqualTo(-1);
        assertThat(length("0", 16)).isZero();
    }

    @Test
    void the16thByteIsNotRead() {
        assertThat(length("0000000000000327", 48)).isEqualTo(32);
    }

    @Property
    void anyHeaderOfAnySizeCanBeRead(@ForAll @Size(max = 64) byte[] bytes) {
        int length = MemoryBufferCodec.readLength(MemorySegment.ofArray(bytes));
        assertThat(length).isBetween(-1, Math.max(-1, bytes.length - 16));
    }

    @Property
    void whatIsWrittenIsRead(@ForAll @Size(max = 100) byte[] data, @ForAll @IntRange(max = 50) int more) {
        int length = data.length + more;
        MemorySegment memory = MemorySegment.ofArray(new byte[length + 32]);
        MemoryBufferCodec.writeLength(memory, length);
        MemoryBufferCodec.writeData(memory, length, MemorySegment.ofArray(data));
        assertThat(MemoryBufferCodec.readLength(memory)).isEqualTo(length);
        assertThat(MemoryBufferCodec.data(memory, length).asSlice(0, data.length)
                .mismatch(MemorySegment.ofArray(data))).isEqualTo(-1);
    }
}
