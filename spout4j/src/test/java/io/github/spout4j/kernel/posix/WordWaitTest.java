package io.github.spout4j.kernel.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
class WordWaitTest {
    private static final long NANOS = 10_000_000;

    private final MemorySegment word = Arena.ofAuto().allocate(ValueLayout.JAVA_INT);

    @Test
    void whoeverWasWokenKnowsIt() {
        assumeTrue(!WordWait.parks(), "this Linux has no futex here");
        Thread waiting = Thread.ofPlatform().daemon().start(() -> {
            while (!WordWait.await(word, 0, NANOS, 0)) {
                Thread.onSpinWait();
            }
        });
        int woken = 0;
        while (waiting.isAlive()) {
            woken += WordWait.wake(word, 1);
        }
        assertThat(woken).isEqualTo(1);
    }

    @Test
    void whoeverWaitedInVainWasNotWoken() {
        assertThat(WordWait.await(word, 0, NANOS, 0)).isFalse();
        assertThat(WordWait.await(word, 1, NANOS, 0)).as("of another value").isFalse();
    }
}
