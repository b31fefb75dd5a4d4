package io.github.spout4j.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.testing.CharsetNames;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

class SenderNameTest {
    private static final NameEncoding UTF = new CharsetNames(UTF_8);
    private static final NameEncoding LATIN = new CharsetNames(ISO_8859_1);

    @Test
    void programsOnTheSdkSeeNamesThatBeginInAscii() {
        for (NameEncoding encoding : List.of(UTF, LATIN)) {
            assertThat(SenderName.of("Stage Ä", encoding).forSdk(encoding)).isEmpty();
            assertThat(SenderName.of("~", encoding).forSdk(encoding)).isEmpty();
            SenderName seen = SenderName.of("Ätherwelle", encoding).forSdk(encoding).orElseThrow();
            assertThat(seen.text()).isEqualTo("A Ätherwelle");
            assertThat(seen.forSdk(encoding)).isEmpty();
            assertThat(SenderName.of("é".repeat(encoding == UTF ? 127 : 255), encoding).forSdk(encoding).orElseThrow()
                    .bytes().length()).isEqualTo(encoding == UTF ? 238 : 239);
        }
    }

    @Test
    void aNameIsTextAndBytes() {
        SenderName name = SenderName.of("Größe/1", LATIN);
        assertThat(name.text()).isEqualTo("Größe/1");
        assertThat(name.bytes().toArray()).isEqualTo("Größe/1".getBytes(ISO_8859_1));
        assertThat(name).isEqualTo(SenderName.of(name.bytes(), LATIN).orElseThrow());
    }

    @Test
    void badNamesAreRefusedInOneLine() {
        refused("", "is empty");
        refused("a\0b", "\"a␀b\" contains a NUL character");
        refused("名前", "cannot be written in ISO-8859-1");
        refused("x".repeat(256), "takes 256 bytes in ISO-8859-1; shorten it to 255 bytes");
        refused("SpoutSenderNames", "belongs to Spout's own directory");
        refused("ActiveSenderName", "belongs to Spout's own directory");
    }

    private static void refused(String name, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> SenderName.of(name, LATIN)).withMessageContaining(why)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\0").contains(";"));
    }

    @Test
    void lengthIsThatOfTheBytes() {
        assertThat(SenderName.of("é".repeat(255), LATIN).bytes().toArray()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> SenderName.of("é".repeat(128), UTF));
        assertThatIllegalArgumentException().isThrownBy(() -> SenderName.of("\uD800", UTF));
    }

    @Test
    void bytesWithoutTextAreNoNameHere() {
        assertThat(SenderName.of(NameBytes.of((byte) 0xFF, (byte) 'a'), UTF)).isEmpty();
        assertThat(SenderName.of(NameBytes.of("SpoutSenderNames".getBytes(UTF_8)), UTF)).isEmpty();
    }

    @Test
    void orderIsBytewiseUnsigned() {
        assertThat(SenderName.of("Z", LATIN)).isLessThan(SenderName.of("a", LATIN));
        assertThat(SenderName.of("z", LATIN)).isLessThan(SenderName.of("é", LATIN));
        assertThat(SenderName.of("a", LATIN)).isLessThan(SenderName.of("a_1", LATIN));
    }

    @Test
    void aNumberedNameFits() {
        assertThat(SenderName.of("cam", UTF).numbered(2, UTF, NameBytes.MAX).text()).isEqualTo("cam_2");
        assertThat(SenderName.of("x".repeat(254), UTF).numbered(10, UTF, NameBytes.MAX).text())
                .isEqualTo("x".repeat(252) + "_10");
        assertThat(SenderName.of("é".repeat(127), UTF).numbered(1, UTF, NameBytes.MAX).text())
                .isEqualTo("é".repeat(126) + "_1");
    }

    @Test
    void aFieldWithoutNulIsNoName() {
        byte[] field = new byte[256];
        Arrays.fill(field, (byte) 'x');
        assertThat(NameBytes.read(MemorySegment.ofArray(field), 0)).isEmpty();
        field[255] = 0;
        assertThat(NameBytes.read(MemorySegment.ofArray(field), 0))
                .hasValueSatisfying(name -> assertThat(name.toArray()).hasSize(255));
        assertThat(NameBytes.read(MemorySegment.ofArray(new byte[256]), 0)).isEmpty();
    }

    @Property
    void anyTextIsANameOrRefused(@ForAll String text) {
        for (NameEncoding encoding : new NameEncoding[]{UTF, LATIN}) {
            try {
                SenderName name = SenderName.of(text, encoding);
                byte[] field = new byte[256];
                Arrays.fill(field, (byte) 0x55);
                name.bytes().write(MemorySegment.ofArray(field), 0);
                assertThat(NameBytes.read(MemorySegment.ofArray(field), 0)
                        .flatMap(bytes -> SenderName.of(bytes, encoding)).map(SenderName::text)).hasValue(text);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).startsWith("the sender name ");
            }
        }
    }

    @Property
    void anyBytesAreANameOrNot(@ForAll @Size(256) byte[] field) {
        NameBytes.read(MemorySegment.ofArray(field), 0).flatMap(bytes -> SenderName.of(bytes, UTF))
                .ifPresent(name -> assertThat(SenderName.of(name.text(), UTF)).isEqualTo(name));
    }
}
