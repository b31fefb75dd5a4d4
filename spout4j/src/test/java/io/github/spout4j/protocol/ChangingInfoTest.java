package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NotNowException;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ChangingInfoTest {
    private static final int LOOKS = 5_000;
    /** A look that takes longer may have been without the mutex. */
    private static final long MUTEX_NANOS = TimeUnit.MILLISECONDS.toNanos(Patience.FRAME_MILLIS);
    private static final int PRODUCT = 1000;

    private final KernelSystem system = TestSystem.open();
    private final SenderName name = SenderName.of(UniqueName.of("changing"), system.names());

    private static SharedTextureInfo info(int width) {
        return SharedTextureInfo.ofMemory(width, PRODUCT / width, DxgiFormat.R8G8B8A8_UNORM, "program " + width);
    }

    /** None where another test's process has held the directory for long. */
    private Optional<InfoReading> look() {
        try {
            return Optional.of(SenderInfoMap.read(system, name));
        } catch (NotNowException _) {
            return Optional.empty();
        }
    }

    @Test
    void noReaderSeesHalfOfAChange() throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        try (SenderInfoMap map = SenderInfoMap.create(system, name, info(1), SenderTraits.UNKNOWN).orElseThrow()) {
            Thread sender = Thread.ofPlatform().start(() -> {
                for (int width = 1; !ended.get(); width = width == 1 ? 500 : 1) {
                    map.publish(info(width));
                }
            });
            try {
                for (int look = 0; look < LOOKS;) {
                    long start = System.nanoTime();
                    Optional<InfoReading> reading = look();
                    if (System.nanoTime() - start < MUTEX_NANOS && reading.isPresent()) {
                        assertThat(reading.get()).isIn(new InfoReading.Usable(info(1)),
                                new InfoReading.Usable(info(500)));
                        look++;
                    }
                }
            } finally {
                ended.set(true);
                sender.join();
            }
        }
    }
}
