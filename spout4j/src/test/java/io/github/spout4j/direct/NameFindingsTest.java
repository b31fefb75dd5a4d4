package io.github.spout4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.NameBytes;
import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.testing.InMemoryKernel;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameFindingsTest {
    private final InMemoryKernel.Process system = new InMemoryKernel(4096, Charset.forName("windows-1252")).process();
    private final SenderNames names = new SenderNames(system);

    @Test
    void namesThatTheSdkDoesNotSeeAreTold() {
        register("Stage");
        register("Ätherwelle");
        assertThat(warnings(true)).singleElement().satisfies(finding -> {
            assertThat(finding.topic()).isEqualTo("sender \"Ätherwelle\"");
            assertThat(finding.value()).contains("programs on the Spout SDK do not see it");
            assertThat(finding.advice()).isEqualTo("call it \"A Ätherwelle\"");
        });
        assertThat(warnings(false)).isEmpty();
    }

    @Test
    void namesWithoutTextAreCounted() {
        register("Stage");
        try (NamedMemory directory = system.objects().openMemory(ObjectNames.SENDER_DIRECTORY).orElseThrow()) {
            NameBytes.of((byte) 0x81).write(directory.segment(), NameBytes.FIELD);
        }
        assertThat(warnings(true)).singleElement().extracting(Finding::value).asString().startsWith("1 name not shown");
    }

    @Test
    void theNameOfADeadSenderIsToldAndTakenOff() {
        register("Stage");
        try (NamedMemory directory = system.objects().openMemory(ObjectNames.SENDER_DIRECTORY).orElseThrow()) {
            SenderName.of("Gone", system.names()).bytes().write(directory.segment(), NameBytes.FIELD);
        }
        assertThat(names.stale()).extracting(SenderName::text).containsExactly("Gone");
        assertThat(warnings(false)).singleElement().satisfies(finding -> {
            assertThat(finding.topic()).isEqualTo("sender \"Gone\"");
            assertThat(finding.value()).contains("its program has ended");
            assertThat(finding.advice()).contains("off the list now");
        });
        assertThat(names.stale()).isEmpty();
        assertThat(names.list()).extracting(SenderName::text).containsExactly("Stage");
        assertThat(warnings(false)).isEmpty();
    }

    private void register(String name) {
        names.register(SenderName.of(name, system.names()),
                SharedTextureInfo.ofMemory(16, 16, DxgiFormat.R8G8B8A8_UNORM, "test"));
    }

    private List<Finding> warnings(boolean sdkPrograms) {
        return new NameFindings(system.names(), names, sdkPrograms).findings().stream()
                .filter(finding -> finding.level() == Level.WARNING).toList();
    }
}
