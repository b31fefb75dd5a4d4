package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.testing.InMemoryKernel;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

/** What a sender promises stands beside its info, as long as it lives, and is believed only where it is understood. */
class SenderTraitsTest {
    private static final SharedTextureInfo INFO = SharedTextureInfo.ofMemory(4, 4, DxgiFormat.B8G8R8A8_UNORM, "test");
    private static final SenderTraits COUNTED = new SenderTraits(true, true);

    private final InMemoryKernel kernel = new InMemoryKernel();
    private final InMemoryKernel.Process us = kernel.process();
    private final InMemoryKernel.Process them = kernel.process();
    private final SenderName cam = SenderName.of("cam", us.names());

    private SenderTraits read() {
        return SenderTraits.read(us.objects(), cam);
    }

    @Test
    void theyLastAsLongAsTheSender() {
        assertThat(read()).isEqualTo(SenderTraits.UNKNOWN);
        for (SenderTraits traits : new SenderTraits[]{COUNTED, new SenderTraits(true, false),
                new SenderTraits(false, true)}) {
            try (SenderInfoMap _ = SenderInfoMap.create(them, cam, INFO, traits).orElseThrow()) {
                assertThat(read()).isEqualTo(traits);
            }
            assertThat(read()).isEqualTo(SenderTraits.UNKNOWN);
        }
    }

    @Test
    void theInfoIsAsTheSdkWritesIt() {
        try (SenderInfoMap _ = SenderInfoMap.create(them, cam, INFO, COUNTED).orElseThrow()) {
            assertThat(SenderInfoMap.read(us, cam)).isEqualTo(new InfoReading.Usable(INFO));
        }
    }

    @Test
    void aSenderThatPromisesNothingHasNone() {
        try (SenderInfoMap _ = SenderInfoMap.create(them, cam, INFO, SenderTraits.UNKNOWN).orElseThrow()) {
            assertThat(us.objects().memoryExists("cam_spout4j")).isFalse();
            assertThat(read()).isEqualTo(SenderTraits.UNKNOWN);
        }
    }

    @Test
    void whatIsNotUnderstoodIsNotBelieved() {
        try (NamedMemory memory = them.objects().createMemory("cam_spout4j", 16)) {
            assertThat(read()).as("being made").isEqualTo(SenderTraits.UNKNOWN);
            memory.segment().set(ValueLayout.JAVA_INT, 4, 3);
            assertThat(read()).as("no version").isEqualTo(SenderTraits.UNKNOWN);
            memory.segment().set(ValueLayout.JAVA_INT, 0, 2);
            assertThat(read()).as("a later version").isEqualTo(SenderTraits.UNKNOWN);
            memory.segment().set(ValueLayout.JAVA_INT, 0, 1);
            assertThat(read()).isEqualTo(COUNTED);
        }
        try (var _ = them.objects().createEvent("cam_spout4j")) {
            assertThat(read()).as("another kind of object").isEqualTo(SenderTraits.UNKNOWN);
            SenderInfoMap.create(them, cam, INFO, COUNTED).orElseThrow().close();
        }
    }
}
