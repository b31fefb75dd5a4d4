package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.spout4j.Setting;
import io.github.spout4j.kernel.Settings;
import io.github.spout4j.testing.InMemoryKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpoutSettingsTest {
    private final Settings raw = new InMemoryKernel().process().settings();
    private final SpoutSettings settings = new SpoutSettings(raw);

    @ParameterizedTest
    @CsvSource({"MAX_SENDERS, MaxSenders, 64, 128", "FRAME_COUNT, Framecount, 0, 1", "AUTO, Auto, 1, 0",
            "CPU, CPU, 0, 1", "MEMORY_SHARE, MemoryShare, 0, 1", "DX9, DX9, 0, 1", "BUFFERING, Buffering, 1, 0",
            "BUFFERS, Buffers, 2, 3", "ADAPTER, Adapter, , 1"})
    void eachIsTheSdksDefaultUntilSetAndAfterwards(Setting setting, String key, Integer standard, int other) {
        assertStandard(setting, standard);
        settings.set(setting, other);
        assertThat(raw.get(key)).hasValue(other);
        assertThat(settings.value(setting)).hasValue(other);
        settings.unset(setting);
        assertThat(raw.get(key)).isEmpty();
        assertStandard(setting, standard);
    }

    private void assertStandard(Setting setting, Integer standard) {
        if (standard == null) {
            assertThat(settings.value(setting)).isEmpty();
        } else {
            assertThat(settings.value(setting)).hasValue(standard);
        }
    }

    @Test
    void thoseThatSpout4jObeysAreTyped() {
        settings.set(Setting.MAX_SENDERS, 128);
        settings.set(Setting.MEMORY_SHARE, 1);
        assertThat(settings.maxSenders()).isEqualTo(128);
        assertThat(settings.memoryShare()).isTrue();
    }

    @Test
    void ourSendersCountUnlessTold() {
        assertThat(settings.frameCount()).isFalse();
        assertThat(settings.countsFrames()).isTrue();
        settings.set(Setting.FRAME_COUNT, 0);
        assertThat(settings.countsFrames()).isFalse();
        settings.set(Setting.FRAME_COUNT, 1);
        assertThat(settings.countsFrames()).isTrue();
    }

    @Test
    void impossibleValuesReadAsTheSdkDoes() {
        for (int value : new int[]{0, -1, 1025, Integer.MIN_VALUE}) {
            raw.set("MaxSenders", value);
            assertThat(settings.maxSenders()).isEqualTo(64);
        }
        raw.set("Buffers", 99);
        assertThat(settings.value(Setting.BUFFERS)).hasValue(2);
        raw.set("Adapter", -5);
        assertThat(settings.value(Setting.ADAPTER)).isEmpty();
        raw.set("Buffering", 2);
        assertThat(settings.value(Setting.BUFFERING)).hasValue(0);
    }

    @Test
    void impossibleValuesAreNotSet() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings.set(Setting.MAX_SENDERS, 0))
                .withMessage("MaxSenders must be 1 to 1024, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> settings.set(Setting.MAX_SENDERS, 1025));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.set(Setting.BUFFERS, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.set(Setting.ADAPTER, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.set(Setting.CPU, 2));
        assertThat(raw.get("MaxSenders")).isEmpty();
    }
}
