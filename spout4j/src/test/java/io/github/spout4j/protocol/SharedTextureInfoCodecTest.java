package io.github.spout4j.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.testing.CharsetNames;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;

class SharedTextureInfoCodecTest {
    private static final NameEncoding UTF = new CharsetNames(UTF_8);
    private static final NameEncoding LATIN = new CharsetNames(ISO_8859_1);
    private static final SharedTextureInfo GOLDEN = new SharedTextureInfo(0xC0000A02, 1920, 1080, 28, 0, "C:\\v.exe",
            0xC0000000);

    private static byte[] golden() {
        byte[] bytes = new byte[280];
        byte[] head = HexFormat.of().parseHex("020a00c0" + "80070000" + "38040000" + "1c000000" + "00000000");
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy("C:\\v.exe".getBytes(US_ASCII), 0, bytes, 20, 8);
        bytes[279] = (byte) 0xC0;
        return bytes;
    }

    private static byte[] write(SharedTextureInfo info, NameEncoding encoding) {
        byte[] bytes = new byte[280];
        Arrays.fill(bytes, (byte) 0x55);
        SharedTextureInfoCodec.write(info, MemorySegment.ofArray(bytes), 0, encoding);
        return bytes;
    }

    @Test
    void writesTheGoldenBytes() {
        assertThat(write(GOLDEN, UTF)).isEqualTo(golden());
    }

    @Test
    void readsTheGoldenBytes() {
        assertThat(SharedTextureInfoCodec.read(MemorySegment.ofArray(golden()), 0, UTF)).isEqualTo(GOLDEN);
    }

    @Test
    void worksAtAnyOffsetAndNowhereElse() {
        byte[] bytes = new byte[280 + 10];
        Arrays.fill(bytes, (byte) 0x55);
        MemorySegment memory = MemorySegment.ofArray(bytes);
        SharedTextureInfoCodec.write(GOLDEN, memory, 3, UTF);

        assertThat(SharedTextureInfoCodec.read(memory, 3, UTF)).isEqualTo(GOLDEN);
        assertThat(Arrays.copyOf(bytes, 3)).containsOnly(0x55);
        assertThat(Arrays.copyOfRange(bytes, 283, 290)).containsOnly(0x55);
    }

    @Test
    void shortMemoryIsNeverOverrun() {
        assertThatThrownBy(() -> SharedTextureInfoCodec.read(MemorySegment.ofArray(new byte[279]), 0, UTF))
                .isInstanceOf(IndexOutOfBoundsException.class);
        byte[] untouched = new byte[279];
        assertThatThrownBy(() -> SharedTextureInfoCodec.write(GOLDEN, MemorySegment.ofArray(untouched), 0, UTF))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(untouched).containsOnly(0);
    }

    @Test
    void theHandleIsSignExtended() {
        assertThat(GOLDEN.handle()).isEqualTo(0xFFFF_FFFF_C000_0A02L);
        assertThat(new SharedTextureInfo(0x40000A02, 1, 1, 28, 0, "", 0).handle()).isEqualTo(0x4000_0A02L);
    }

    @Test
    void thePartnerIdCarriesTwoFlags() {
        assertThat(GOLDEN.sharesByCpu()).isTrue();
        assertThat(GOLDEN.sharesGlDx()).isTrue();
        SharedTextureInfo other = new SharedTextureInfo(0, 1, 1, 28, 0, "", 0x3FFFFFFF);
        assertThat(other.sharesByCpu()).isFalse();
        assertThat(other.sharesGlDx()).isFalse();
    }

    @Test
    void aDescriptionWithoutNulHas256Bytes() {
        byte[] bytes = golden();
        Arrays.fill(bytes, 20, 276, (byte) 'x');
        assertThat(SharedTextureInfoCodec.read(MemorySegment.ofArray(bytes), 0, UTF).description())
                .isEqualTo("x".repeat(256));
    }

    @Test
    void aLongDescriptionIsCutBetweenCharacters() {
        SharedTextureInfo info = SharedTextureInfo.ofMemory(1, 1, DxgiFormat.R8G8B8A8_UNORM, "😀".repeat(100));
        byte[] bytes = write(info, UTF);
        assertThat(SharedTextureInfoCodec.read(MemorySegment.ofArray(bytes), 0, UTF).description())
                .isEqualTo("😀".repeat(63));
    }

    @Test
    void aDescriptionTheEncodingDoesNotKnowIsLeftOut() {
        SharedTextureInfo info = SharedTextureInfo.ofMemory(1, 1, DxgiFormat.R8G8B8A8_UNORM, "/home/名/app");
        byte[] bytes = write(info, LATIN);
        assertThat(Arrays.copyOfRange(bytes, 20, 276)).containsOnly(0);
    }

    @Test
    void badValuesAreToldInWords() {
        assertThat(GOLDEN.problem()).isEmpty();
        assertThat(sized(0, 1080).problem()).hasValue("its size is 0x1080; each side must be 1 to 16384");
        assertThat(sized(1920, -1).problem()).hasValue("its size is 1920x4294967295; each side must be 1 to 16384");
        assertThat(sized(16385, 1).problem()).isPresent();
        assertThat(sized(16384, 16384).problem()).isEmpty();
        assertThat(sized(16384, 16384).frameBytes()).isEqualTo(1L << 30);
        assertThat(sized(0, 1080).frameBytes()).isZero();
        assertThat(new SharedTextureInfo(0, 1, 1, 999, 0, "", 0).problem())
                .hasValue("it sends format 999, which spout4j cannot read: let it send another format, such as RGBA8");
        assertThat(new SharedTextureInfo(0, 1, 1, -1, 0, "", 0).frameBytes()).isZero();
    }

    private static SharedTextureInfo sized(int width, int height) {
        return new SharedTextureInfo(0, width, height, 28, 0, "", 0);
    }

    @Property
    void anyBytesCanBeReadAndJudged(@ForAll @Size(280) byte[] bytes) {
        for (NameEncoding encoding : new NameEncoding[]{UTF, LATIN}) {
            SharedTextureInfo info = SharedTextureInfoCodec.read(MemorySegment.ofArray(bytes), 0, encoding);
            assertThat(info.problem().isPresent()).isEqualTo(info.frameBytes() == 0);
            assertThat(info.description().length()).isLessThanOrEqualTo(256);
        }
    }

    @Property
    void aMutatedImageChangesOnlyWhatItHit(@ForAll @IntRange(max = 279) int at, @ForAll byte value) {
        byte[] bytes = golden();
        bytes[at] = value;
        SharedTextureInfo info = SharedTextureInfoCodec.read(MemorySegment.ofArray(bytes), 0, LATIN);
        assertThat(info.width() == GOLDEN.width() || at >= 4 && at < 8).isTrue();
        assertThat(info.height() == GOLDEN.height() || at >= 8 && at < 12).isTrue();
        assertThat(info.format() == GOLDEN.format() || at >= 12 && at < 16).isTrue();
        assertThat(info.frameBytes()).isBetween(0L, 1L << 32);
    }

    @Property
    void whatIsWrittenIsRead(@ForAll int handle, @ForAll int width, @ForAll int height, @ForAll int format,
            @ForAll int usage, @ForAll @Size(max = 255) byte[] description, @ForAll int partner) {
        for (int i = 0; i < description.length; i++) {
            description[i] = description[i] == 0 ? 1 : description[i];
        }
        SharedTextureInfo info = new SharedTextureInfo(handle, width, height, format, usage,
                new String(description, ISO_8859_1), partner);
        MemorySegment memory = MemorySegment.ofArray(write(info, LATIN));
        assertThat(SharedTextureInfoCodec.read(memory, 0, LATIN)).isEqualTo(info);
        assertThat(memory.get(ValueLayout.JAVA_BYTE, 275)).isZero();
    }
}
