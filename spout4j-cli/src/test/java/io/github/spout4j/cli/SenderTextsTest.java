package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.Transport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTextsTest {
    @ParameterizedTest
    @CsvSource({"0,BGRA8", "28,RGBA8", "87,BGRA8", "10,RGBA16F", "21,BGRA8", "65,format 65", "-1,format 4294967295"})
    void namesFormats(int number, String expected) {
        assertThat(SenderTexts.format(sender("a", number, "x"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"C:\\Program Files\\Arena.exe,Arena.exe", "/usr/bin/java,java", "java,java", "'',-"})
    void showsTheProgramsFileName(String host, String expected) {
        assertThat(SenderTexts.program(sender("a", 28, host))).isEqualTo(expected);
    }

    @Test
    void tableKeepsHostileNamesOnTheirLine() {
        SenderInfo hostile = sender("evil\033[2J\nname\u202e", 28, "/a\tb");
        assertThat(SenderTable.of(List.of(hostile), new FrameRates(), new Style(false)).lines()).containsExactly(
                "  NAME           SIZE  FORMAT  FPS  TRANSPORT  PROGRAM",
                "* evil [2J name  16x9  RGBA8   -    texture    a b");
    }

    @Test
    void jsonKeepsNamesAsTheyAre() {
        SenderInfo sender = sender("evil\033[2J\n\"ü\"", 28, "C:\\a.exe");
        assertThat(Json.objects(SenderJson.of(List.of(sender), new FrameRates())).getFirst()).satisfies(object -> {
            assertThat(object.get("name")).isEqualTo(sender.name());
            assertThat(object.get("host")).isEqualTo("C:\\a.exe");
            assertThat(object.get("width")).isEqualTo(16.0);
            assertThat(object.get("active")).isEqualTo(true);
            assertThat(object.get("fps")).isNull();
        });
    }

    private static SenderInfo sender(String name, int format, String host) {
        return new SenderInfo(name, 16, 9, format, Transport.TEXTURE, 0, host, 0, true, 0);
    }
}
