package io.github.spout4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.testing.UniqueName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders that ask to be cameras, with an engine that shows none. */
class CameraTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theEngineRefusesThemAndSaysWhichDoes(boolean memory) {
        String name = UniqueName.of("camera");
        try (Spout spout = EngineUnderTest.open()) {
            SpoutSender.Builder builder = spout.sender(name).size(4, 4).camera();
            SpoutSender.Builder asked = memory ? builder.transport(Transport.MEMORY).alsoMemory() : builder;
            assertThatThrownBy(asked::open).isInstanceOf(SpoutException.class).hasMessage("the sender \"" + name
                    + "\" asks to be shown as a camera, which the engine \"direct\" cannot; open Spout with the engine "
                    + "\"pipewire\", on Linux");
            assertThat(spout.senders().find(name)).isEmpty();
        }
    }

    @Test
    void withoutThatTheyOpen() {
        try (Spout spout = EngineUnderTest.open();
                SpoutSender sender = spout.sender(UniqueName.of("picture")).size(4, 4).open()) {
            assertThat(sender.send(new int[16])).isTrue();
        }
    }
}
