package io.github.spout4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Adapter;
import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextureFindingTest {
    @Test
    void theFirstAdapterIsAsItShouldBe() {
        assertThat(of(adapter(0, "Big"))).isEqualTo(Finding.ok("sender \"Stage\"", "texture on adapter 0, Big"));
    }

    @Test
    void anotherAdapterIsToldWithTheRemedy() {
        Finding finding = of(adapter(1, "Small"));
        assertThat(finding.level()).isEqualTo(Level.WARNING);
        assertThat(finding.value()).startsWith("texture on adapter 1, Small").contains("see it black");
        assertThat(finding.advice()).contains("on one adapter");
    }

    @Test
    void aTextureThatNoAdapterOpensIsAProblem() {
        Finding finding = of(Optional.empty());
        assertThat(finding.level()).isEqualTo(Level.PROBLEM);
        assertThat(finding.value()).isEqualTo("no adapter opens its texture 0xabc");
    }

    private static Finding of(Optional<Adapter> adapter) {
        return TextureFinding.of("Stage", 0xABC, adapter);
    }

    private static Optional<Adapter> adapter(int index, String name) {
        return Optional.of(new Adapter(index, name, 0x10DE, 0, false, false, 1));
    }
}
