package io.github.spout4j.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TripleBufferTest {
    private static final int LAST = 200_000;

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theNewestArrivesWholeAndNoOlderOneAfterIt() throws InterruptedException {
        TripleBuffer<long[]> buffer = new TripleBuffer<>(() -> new long[64]);
        Thread filling = Thread.ofPlatform().start(() -> {
            for (int i = 1; i <= LAST; i++) {
                Arrays.fill(buffer.back(), i);
                buffer.publish();
            }
        });
        long last = 0;
        while (last < LAST) {
            if (buffer.take()) {
                long first = buffer.front()[0];
                assertThat(first).isGreaterThan(last);
                assertThat(buffer.front()).containsOnly(first);
                last = first;
            }
        }
        filling.join();
        assertThat(buffer.take()).isFalse();
        assertThat(buffer.all()).doesNotHaveDuplicates();
    }
}
