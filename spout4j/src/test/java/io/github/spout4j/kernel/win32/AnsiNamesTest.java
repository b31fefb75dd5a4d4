package io.github.spout4j.kernel.win32;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.kernel.NameEncoding;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.WINDOWS, disabledReason = "the ANSI code page is on Windows alone")
class AnsiNamesTest {
    private final NameEncoding names = new Win32System().names();

    @Test
    void asciiIsItself() {
        assertThat(names.encode("Resolume/1")).contains("Resolume/1".getBytes(StandardCharsets.US_ASCII));
        assertThat(names.decode("Resolume/1".getBytes(StandardCharsets.US_ASCII))).isEqualTo("Resolume/1");
        assertThat(names.encode("")).contains(new byte[0]);
        assertThat(names.decode(new byte[0])).isEmpty();
    }

    @Test
    void halfASurrogatePairHasNoForm() {
        assertThat(names.encode("\ud800")).isEmpty();
    }

    @Test
    void westernCodePageTakesItsOwnCharactersExactlyOrNotAtAll() {
        assumeTrue(names.description().endsWith(" 1252"), () -> "the code page here is " + names.description());
        assertThat(names.encode("K\u00f6ln \u20ac")).contains(new byte[]{'K', (byte) 0xf6, 'l', 'n', ' ', (byte) 0x80});
        assertThat(names.decode(new byte[]{(byte) 0xf6, (byte) 0x80})).isEqualTo("\u00f6\u20ac");
        assertThat(names.encode("\u0101")).as("a with macron: a is only the best fit").isEmpty();
        assertThat(names.encode("\u65e5\u672c")).isEmpty();
    }
}
