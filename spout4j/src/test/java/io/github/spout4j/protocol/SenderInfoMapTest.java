package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.testing.InMemoryKernel;
import io.github.spout4j.testing.LockHolder;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

class SenderInfoMapTest {
    private static final SharedTextureInfo INFO = SharedTextureInfo.ofMemory(640, 480, DxgiFormat.R8G8B8A8_UNORM, "é");

    private final InMemoryKernel kernel = new InMemoryKernel();
    private final InMemoryKernel.Process us = kernel.process();
    private final InMemoryKernel.Process them = kernel.process();
    private final SenderName cam = SenderName.of("cam", us.names());

    private InfoReading read() {
        return SenderInfoMap.read(us, cam);
    }

    @Test
    void aNameIsClaimedByOneOnly() {
        try (SenderInfoMap map = SenderInfoMap.create(them, cam, INFO, SenderTraits.UNKNOWN).orElseThrow()) {
            assertThat(SenderInfoMap.create(us, cam, INFO, SenderTraits.UNKNOWN)).isEmpty();
            assertThat(us.handles()).isZero();
            map.publish(INFO);
        }
        assertThat(kernel.names()).isEmpty();
    }

    @Test
    void readersSeeTheLatestInfoAndHoldNothing() {
        SenderInfoMap map = SenderInfoMap.create(them, cam, INFO, SenderTraits.UNKNOWN).orElseThrow();
        assertThat(read()).isEqualTo(new InfoReading.Usable(INFO));
        SharedTextureInfo larger = SharedTextureInfo.ofMemory(800, 600, DxgiFormat.B8G8R8A8_UNORM, "é");
        map.publish(larger);
        assertThat(read()).isEqualTo(new InfoReading.Usable(larger));
        assertThat(us.handles()).isZero();
    }

    @Test
    void aDeadSenderIsMissingAtOnce() {
        SenderInfoMap.create(them, cam, INFO, SenderTraits.UNKNOWN).orElseThrow();
        assertThat(SenderInfoMap.exists(us.objects(), cam)).isTrue();
        read();
        them.kill();
        assertThat(read()).isEqualTo(InfoReading.MISSING);
        assertThat(SenderInfoMap.exists(us.objects(), cam)).isFalse();
    }

    @Test
    void badInfoIsToldInWords() {
        SenderInfoMap map = SenderInfoMap.create(them, cam, INFO, SenderTraits.UNKNOWN).orElseThrow();
        map.publish(new SharedTextureInfo(0, 0, -1, 28, 0, "", 0));
        assertThat(read()).isEqualTo(
                new InfoReading.Unusable("its size is 0x4294967295; each side must be 1 to 16384"));
        map.publish(new SharedTextureInfo(0, 1, 1, 98, 0, "", 0));
        assertThat(read()).isEqualTo(new InfoReading.Unusable(
                "it sends format 98, which spout4j cannot read: let it send another format, such as RGBA8"));
    }

    @Test
    void memoryThatIsTooShortIsNoSender() {
        them.objects().createMemory("cam", 279);
        assertThat(read()).isInstanceOfSatisfying(InfoReading.Unusable.class,
                reading -> assertThat(reading.problem()).contains("279 bytes"));
    }

    @Test
    void aLockThatIsHeldTooLongIsNoObstacle() {
        SenderInfoMap.create(them, cam, INFO, SenderTraits.UNKNOWN).orElseThrow();
        try (LockHolder _ = LockHolder.of(them.objects(), "cam_mutex")) {
            assertThat(read()).isEqualTo(new InfoReading.Usable(INFO));
        }
        assertThat(read()).isEqualTo(new InfoReading.Usable(INFO));
    }

    @Test
    void aReaderThatHangsDoesNotStopTheSender() {
        SenderInfoMap map = SenderInfoMap.create(us, cam, INFO, SenderTraits.UNKNOWN).orElseThrow();
        SharedTextureInfo larger = SharedTextureInfo.ofMemory(800, 600, DxgiFormat.B8G8R8A8_UNORM, "é");
        try (LockHolder _ = LockHolder.of(them.objects(), "cam_mutex")) {
            map.publish(larger);
        }
        assertThat(read()).isEqualTo(new InfoReading.Usable(larger));
    }

    @Test
    void aReaderThatDiedInTheLockIsNoObstacle() {
        SenderInfoMap map = SenderInfoMap.create(us, cam, INFO, SenderTraits.UNKNOWN).orElseThrow();
        LockHolder.of(them.objects(), "cam_mutex");
        them.kill();
        assertThat(read()).isEqualTo(new InfoReading.Usable(INFO));
        map.publish(INFO);
    }

    @Test
    void aReaderNeverSeesHalfAnInfo() throws InterruptedException {
        SenderInfoMap map = SenderInfoMap.create(them, cam, square(1), SenderTraits.UNKNOWN).orElseThrow();
        AtomicBoolean done = new AtomicBoolean();
        List<InfoReading> torn = new ArrayList<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                InfoReading reading = read();
                if (!(reading instanceof InfoReading.Usable(SharedTextureInfo info)
                        && info.equals(square(info.width())))) {
                    torn.add(reading);
                }
            }
        });
        for (int i = 1; i < 3000; i++) {
            map.publish(square(i));
        }
        done.set(true);
        reader.join();
        assertThat(torn).isEmpty();
    }

    private static SharedTextureInfo square(int side) {
        return SharedTextureInfo.ofMemory(side, side, DxgiFormat.R8G8B8A8_UNORM, "x".repeat(side % 200));
    }

    @Test
    void aWatchLooksAgainOnlyWhenItsLookIsOld() {
        SenderInfoMap.create(them, cam, INFO, SenderTraits.UNKNOWN).orElseThrow();
        SenderWatch patient = new SenderWatch(us, cam, Long.MAX_VALUE);
        SenderWatch eager = new SenderWatch(us, cam, 0);
        assertThat(patient.look()).isEqualTo(new InfoReading.Usable(INFO));
        assertThat(eager.look()).isEqualTo(new InfoReading.Usable(INFO));
        them.kill();
        assertThat(patient.look()).isEqualTo(new InfoReading.Usable(INFO));
        assertThat(eager.look()).isEqualTo(InfoReading.MISSING);
        assertThat(patient.lookNow()).isEqualTo(InfoReading.MISSING);
        assertThat(patient.look()).isEqualTo(InfoReading.MISSING);
    }
}
