package io.github.spout4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.kernel.Settings;
import io.github.spout4j.testing.InMemoryKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingFindingsTest {
    private final Settings stored = new InMemoryKernel().process().settings();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "  | true  | WARNING | 0 (default): programs on the SDK do not count their frames, spout4j's senders do",
            "0 | true  | WARNING | 0 (set): neither programs on the SDK nor spout4j's senders count their frames",
            "2 | true  | WARNING | 0 (set to 2, which means nothing): neither programs on the SDK nor spout4j's senders",
            "1 | true  | OK      | 1 (set): senders count their frames",
            "  | false | OK      | 0 (default): spout4j's senders count their frames nevertheless",
            "0 | false | WARNING | 0 (set): neither programs on the SDK nor spout4j's senders count their frames",
            "1 | false | OK      | 1 (set): senders count their frames"})
    void whoCountsIsTold(Integer framecount, boolean sdkPrograms, Level level, String value) {
        if (framecount != null) {
            stored.set("Framecount", framecount);
        }
        Finding finding = finding("setting Framecount", sdkPrograms);
        assertThat(finding.value()).startsWith(value);
        assertThat(finding.level()).isEqualTo(level);
        if (level == Level.OK) {
            assertThat(finding.advice()).isEmpty();
        } else {
            assertThat(finding.advice()).contains("comparing pixels", "processor time", "every look for a new frame",
                    "spout settings framecount=on");
        }
    }

    @Test
    void eachHasItsSource() {
        stored.set("MaxSenders", 128);
        stored.set("Buffers", 9);
        stored.set("Adapter", -1);
        assertThat(finding("settings", true).value()).isEqualTo(stored.location());
        assertThat(finding("setting MaxSenders", true).value()).isEqualTo("128 (set)");
        assertThat(finding("setting Buffers", true).value()).isEqualTo("2 (set to 9, which means nothing)");
        assertThat(finding("setting Adapter", true).value())
                .isEqualTo("none (set to 4294967295, which means nothing)");
        assertThat(finding("setting Buffering", true).value()).isEqualTo("1 (default)");
        assertThat(finding("setting MemoryShare", true).value()).isEqualTo("0 (default)");
    }

    private Finding finding(String topic, boolean sdkPrograms) {
        return new SettingFindings(stored, sdkPrograms).findings().stream()
                .filter(each -> each.topic().equals(topic)).findFirst().orElseThrow();
    }
}
