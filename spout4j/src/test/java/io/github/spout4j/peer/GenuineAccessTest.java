package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineMethod.ALLOW_ACCESS;
import static io.github.spout4j.peer.GenuineMethod.CHECK_ACCESS;
import static io.github.spout4j.peer.GenuineMethod.CREATE_ACCESS_MUTEX;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.protocol.AccessMutex;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mutex of a sender's texture. */
@GenuineTest
class GenuineAccessTest extends AgainstGenuine {
    private final KernelSystem system = TestSystem.open();
    private final SenderName sender = SenderName.of(UniqueName.of("access"), system.names());
    private AccessMutex ours;

    @BeforeEach
    void createOnBothSides() {
        assertThat(genuine.isTrue(CREATE_ACCESS_MUTEX, sender.text())).isTrue();
        ours = new AccessMutex(system.objects(), sender);
    }

    @AfterEach
    void close() {
        ours.close();
    }

    @Test
    void weKeepItOut() {
        assertThat(ours.acquire()).isEqualTo(WaitResult.SIGNALLED);
        assertThat(genuine.isTrue(CHECK_ACCESS)).isFalse();
        ours.release();
        assertThat(genuine.isTrue(CHECK_ACCESS)).isTrue();
        genuine.call(ALLOW_ACCESS);
    }

    @Test
    void itKeepsUsOut() {
        assertThat(genuine.isTrue(CHECK_ACCESS)).isTrue();
        assertThat(ours.acquire()).isEqualTo(WaitResult.TIMED_OUT);
        genuine.call(ALLOW_ACCESS);
        assertThat(ours.acquire()).isEqualTo(WaitResult.SIGNALLED);
        ours.release();
    }

    @Test
    void ourVirtualThreadKeepsItOut() throws InterruptedException {
        List<Object> seen = new ArrayList<>();
        Thread.ofVirtual().start(() -> {
            seen.add(ours.acquire());
            seen.add(genuine.isTrue(CHECK_ACCESS));
            ours.release();
        }).join();
        assertThat(seen).containsExactly(WaitResult.SIGNALLED, false);
        assertThat(genuine.isTrue(CHECK_ACCESS)).isTrue();
        genuine.call(ALLOW_ACCESS);
    }

    @Test
    void itsProcessDiesInsideAndWeGoOn() {
        try (Genuine doomed = Genuine.start()) {
            doomed.call(CREATE_ACCESS_MUTEX, sender.text());
            assertThat(doomed.isTrue(CHECK_ACCESS)).isTrue();
            doomed.kill();
        }
        assertThat(ours.acquire(30_000)).isEqualTo(WaitResult.ABANDONED);
        ours.release();
        assertThat(genuine.isTrue(CHECK_ACCESS)).isTrue();
        genuine.call(ALLOW_ACCESS);
    }
}
