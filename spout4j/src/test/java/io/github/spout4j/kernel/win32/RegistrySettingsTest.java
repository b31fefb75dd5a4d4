package io.github.spout4j.kernel.win32;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.kernel.Settings;
import io.github.spout4j.testing.UniqueName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.WINDOWS, disabledReason = "the registry is on Windows alone")
class RegistrySettingsTest {
    private final Settings settings = new Win32System().settings();

    @Test
    void aNumberStaysUntilItIsRemoved() {
        String name = UniqueName.of("Test");
        assertThat(settings.get(name)).isEmpty();
        settings.set(name, -2);
        assertThat(settings.get(name)).hasValue(-2);
        assertThat(new Win32System().settings().get(name)).hasValue(-2);
        settings.remove(name);
        assertThat(settings.get(name)).isEmpty();
        settings.remove(name);
    }
}
