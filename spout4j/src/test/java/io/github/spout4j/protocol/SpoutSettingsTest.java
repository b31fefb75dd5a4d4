package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.spout4j.kernel.Settings;
import io.github.spout4j.testing.InMemoryKernel;

import org.junit.jupiter.api.Test;

class SpoutSettingsTest {
    private final Settings raw = new InMemoryKernel().process().settings();
    private final SpoutSettings settings = new SpoutSettings(raw);

    @Test
    void whatIsMissingIsTheSdksDefault() {
        assertThat(settings.maxSenders()).isEqualTo(64);
        assertThat(settings.frameCount()).isFalse();
        assertThat(settings.countsFrames()).isTrue();
        assertThat(settings.cpu()).isFalse();
        assertThat(settings.memoryShare()).isFalse();
        assertThat(settings.dx9()).isFalse();
        assertThat(settings.buffering()).isTrue();
        assertThat(settings.buffers()).isEqualTo(2);
        assertThat(settings.adapter()).isEmpty();
    }

    @Test
    void whatIsSetIsReadUnderTheSdksNames() {
        settings.maxSenders(128);
        settings.frameCount(true);
        settings.cpu(true);
        settings.memoryShare(true);
        settings.dx9(true);
        settings.buffering(false);
        settings.buffers(3);
        settings.adapter(1);
        assertThat(settings.maxSenders()).isEqualTo(128).isEqualTo(raw.get("MaxSenders").orElseThrow());
        assertThat(settings.frameCount()).isTrue();
        assertThat(raw.get("Framecount")).hasValue(1);
        assertThat(raw.get("CPU")).hasValue(1);
        assertThat(raw.get("MemoryShare")).hasValue(1);
        assertThat(raw.get("DX9")).hasValue(1);
        assertThat(raw.get("Buffering")).hasValue(0);
        assertThat(raw.get("Buffers")).hasValue(3);
        assertThat(raw.get("Adapter")).hasValue(1);
        assertThat(settings.adapter()).hasValue(1);
    }

    @Test
    void ourSendersCountUnlessTold() {
        settings.frameCount(false);
        assertThat(settings.countsFrames()).isFalse();
    }

    @Test
    void impossibleValuesReadAsTheDefault() {
        for (int value : new int[]{0, -1, 1025, Integer.MIN_VALUE}) {
            raw.set("MaxSenders", value);
            assertThat(settings.maxSenders()).isEqualTo(64);
        }
        raw.set("Buffers", 99);
        assertThat(settings.buffers()).isEqualTo(2);
        raw.set("Adapter", -5);
        assertThat(settings.adapter()).isEmpty();
    }

    @Test
    void impossibleValuesAreNotSet() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings.maxSenders(0))
                .withMessage("MaxSenders must be 1 to 1024, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> settings.maxSenders(1025));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.buffers(5));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.adapter(-1));
    }
}
