package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Adapter;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.lists.NameNotes;
import io.github.spout4j.cli.lists.SenderAdapters;
import io.github.spout4j.cli.lists.SenderJson;
import io.github.spout4j.cli.lists.SenderTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTextsTest {
    private static final SenderAdapters NO_ADAPTERS = new SenderAdapters(_ -> Optional.empty());
    private static final NameNotes NO_NOTES = new NameNotes(0, Map.of());

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
        assertThat(SenderTable.of(List.of(hostile), new FrameRates(), NO_ADAPTERS, new Style(false)).lines())
                .containsExactly(
                        "  NAME           SIZE  FORMAT  FPS  COUNTS  TRANSPORT  ADAPTER  PROGRAM",
                        "* evil [2J name  16x9  RGBA8   -    no      texture    -        a b");
    }

    @Test
    void jsonKeepsNamesAsTheyAre() {
        SenderInfo sender = sender("evil\033[2J\n\"ü\"", 28, "C:\\a.exe");
        assertThat(Json.objects(SenderJson.of(List.of(sender), new FrameRates(), NO_ADAPTERS, NO_NOTES)).getFirst())
                .satisfies(object -> {
                    assertThat(object.get("name")).isEqualTo(sender.name());
                    assertThat(object.get("host")).isEqualTo("C:\\a.exe");
                    assertThat(object.get("width")).isEqualTo(16.0);
                    assertThat(object.get("active")).isEqualTo(true);
                    assertThat(object.get("counts")).isEqualTo(false);
                    assertThat(object.get("fps")).isNull();
                    assertThat(object.containsKey("adapter") && object.get("adapter") == null).isTrue();
                });
    }

    @Test
    void theAdapterOfATextureIsShown() {
        SenderAdapters adapters = new SenderAdapters(
                _ -> Optional.of(new Adapter(1, "Some GPU\n", 0x10DE, 0, false, false, 7)));
        SenderInfo texture = sender("a", 28, "b");
        assertThat(SenderTable.of(List.of(texture), new FrameRates(), adapters, new Style(false)).lines()).last()
                .isEqualTo("* a     16x9  RGBA8   -    no      texture    Some GPU  b");
        assertThat(Json.objects(SenderJson.of(List.of(texture), new FrameRates(), adapters, NO_NOTES)).getFirst()
                .get("adapter"))
                .isEqualTo(Map.of("index", 1.0, "name", "Some GPU\n"));
    }

    @Test
    void adaptersAreNotAskedForMemoryShareAndOnceForATexture() {
        AtomicInteger asked = new AtomicInteger();
        SenderAdapters adapters = new SenderAdapters(_ -> {
            asked.incrementAndGet();
            return Optional.empty();
        });
        SenderInfo memory = new SenderInfo("m", 16, 9, 28, Transport.MEMORY, 0, "", 0, false, 0, false);
        assertThat(SenderTable.of(List.of(memory), new FrameRates(), adapters, new Style(false)))
                .doesNotContain("ADAPTER");
        assertThat(asked).hasValue(0);
        SenderTable.of(List.of(sender("a", 28, "b")), new FrameRates(), adapters, new Style(false));
        SenderTable.of(List.of(sender("a", 28, "b")), new FrameRates(), adapters, new Style(false));
        assertThat(asked).hasValue(1);
    }

    @Test
    void ratesAreCountedOrSeen() {
        FrameRates rates = new FrameRates();
        List<SenderInfo> senders = List.of(memory("counts", 7), memory("moves", 0), memory("stands", 0),
                memory("unknown", 0));
        rates.look(senders);
        rates.seen(Map.of("counts", 99.0, "moves", 29.97, "stands", 0.0));
        rates.look(senders);
        assertThat(SenderTable.of(senders, rates, NO_ADAPTERS, new Style(false)).lines()).containsExactly(
                "  NAME     SIZE  FORMAT  FPS    COUNTS  TRANSPORT     PROGRAM",
                "  counts   16x9  RGBA8   0.0    yes     memory share  -",
                "  moves    16x9  RGBA8   30.0   no      memory share  -",
                "  stands   16x9  RGBA8   still  no      memory share  -",
                "  unknown  16x9  RGBA8   -      no      memory share  -");
        assertThat(Json.objects(SenderJson.of(senders, rates, NO_ADAPTERS, NO_NOTES)))
                .extracting(object -> Arrays.asList(object.get("counts"), object.get("fps")))
                .containsExactly(List.of(true, 0.0), List.of(false, 29.97), List.of(false, 0.0),
                        Arrays.asList(false, null));
    }

    private static SenderInfo memory(String name, long frame) {
        return new SenderInfo(name, 16, 9, 28, Transport.MEMORY, 0, "", frame, false, 0, false);
    }

    private static SenderInfo sender(String name, int format, String host) {
        return new SenderInfo(name, 16, 9, format, Transport.TEXTURE, 0, host, 0, true, 0, false);
    }
}
