package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;

/** Names: what is taken, what is refused. */
@Tag("pipewire")
class NamesTest {
    private static final int LONGEST = 255;
    private static final int LONGEST_SENDER = TestSystem.WINDOWS ? 239 : LONGEST;

    static Stream<String> unusual() {
        Stream<String> everywhere = Stream.of("a/b", "../up", " space ", "quote\"'", "été", ".", "%s%n{0}", "x_1",
                "*?|");
        Stream<String> posix = TestSystem.WINDOWS ? Stream.of() : Stream.of("日本語", "a\\b", "😀", "tab\tnew\nline");
        return Stream.concat(everywhere, posix);
    }

    @ParameterizedTest
    @MethodSource("unusual")
    void unusualNamesWork(String stem) {
        requireUsable(UniqueName.of(stem));
    }

    @Test
    void theLongestNameWorks() {
        String name = UniqueName.of("long");
        requireUsable(name + "x".repeat(LONGEST_SENDER - name.length()));
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }

    @Test
    void onWindowsANameThatCxxProgramsCannotCountIsRefused() {
        assumeTrue(TestSystem.WINDOWS, "only Windows has C++ Spout programs");
        try (Spout spout = EngineUnderTest.open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> spout.sender("x".repeat(LONGEST_SENDER + 1)).size(1, 1).open())
                    .satisfies(NamesTest::isOneLine);
        }
    }

    private static void requireUsable(String name) {
        try (Spout spout = EngineUnderTest.open();
                SpoutSender sender = spout.sender(name).size(3, 2).open();
                SpoutReceiver receiver = spout.receiver(name).open()) {
            assertThat(sender.name()).isEqualTo(name);
            sender.send(Pattern.argb(1, 3, 2));
            Pattern.requireReceived(receiver, 1, 3, 2);
            assertThat(spout.senders().find(name)).isPresent();
            assertThat(spout.senders().list()).anyMatch(info -> info.name().equals(name));
            try (SpoutSender second = spout.sender(name).size(3, 2).open()) {
                assertThat(second.name()).isNotEqualTo(name).endsWith("_1");
            }
        }
    }

    @Test
    void badNamesAreRefusedInOneLine() {
        try (Spout spout = EngineUnderTest.open()) {
            for (String bad : new String[]{"", "x".repeat(LONGEST + 1), "a\0b", "SpoutSenderNames"}) {
                assertThatIllegalArgumentException().isThrownBy(() -> spout.sender(bad).size(1, 1).open())
                        .satisfies(NamesTest::isOneLine);
                assertThatIllegalArgumentException().isThrownBy(() -> spout.receiver(bad).open())
                        .satisfies(NamesTest::isOneLine);
                assertThatIllegalArgumentException().isThrownBy(() -> spout.createMemoryBuffer(bad, 1))
                        .satisfies(NamesTest::isOneLine);
                assertThatIllegalArgumentException().isThrownBy(() -> spout.frameSync(bad))
                        .satisfies(NamesTest::isOneLine);
                assertThatIllegalArgumentException().isThrownBy(() -> spout.senders().find(bad))
                        .satisfies(NamesTest::isOneLine);
            }
            assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> spout.sender(null));
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> spout.sender("x").open())
                    .withMessageContaining("size");
            assertThatIllegalArgumentException().isThrownBy(() -> spout.sender("x").size(0, 1));
        }
    }

    private static void isOneLine(Throwable e) {
        assertThat(e.getMessage()).contains("name").doesNotContain("\n").doesNotContain("\0");
    }

    @Test
    void awaitSenderKnowsTheName() {
        try (Pair pair = Pair.open(3, 2)) {
            assertThat(pair.receiver().awaitSender(PATIENCE).orElseThrow().name()).isEqualTo(pair.sender().name());
        }
    }
}
