package io.github.spout4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.testing.InMemoryKernel;
import io.github.spout4j.testing.LockHolder;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

class ActiveSenderTest {
    private static final SharedTextureInfo INFO = SharedTextureInfo.ofMemory(640, 480, DxgiFormat.R8G8B8A8_UNORM,
            "test");

    private final InMemoryKernel kernel = new InMemoryKernel();
    private final InMemoryKernel.Process us = kernel.process();
    private final InMemoryKernel.Process them = kernel.process();
    private final SenderNames ours = new SenderNames(us);
    private final SenderNames theirs = new SenderNames(them);

    private SenderRegistration register(SenderNames names, String name) {
        return names.register(SenderName.of(name, us.names()), INFO);
    }

    private Optional<String> active() {
        return ours.active().get().map(SenderName::text);
    }

    private byte[] raw() {
        try (GuardedMemory memory = GuardedMemory.open(us.objects(), ObjectNames.ACTIVE_SENDER).orElseThrow()) {
            return memory.segment().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
        }
    }

    @Test
    void itsMemoryHas256BytesWithTheName() {
        register(ours, "a long name");
        register(ours, "cam");
        assertThat(raw()).isEqualTo(Arrays.copyOf("cam".getBytes(StandardCharsets.UTF_8), 256));
    }

    @Test
    void aListedSenderCanBeMadeActive() {
        SenderName a = register(ours, "a").name();
        register(theirs, "b");
        assertThat(active()).hasValue("b");
        assertThat(theirs.active().set(a)).isTrue();
        assertThat(active()).hasValue("a");
    }

    @Test
    void anUnknownOrDeadSenderCannotBeMadeActive() {
        register(ours, "a");
        SenderName b = register(theirs, "b").name();
        them.kill();
        assertThat(ours.active().set(b)).isFalse();
        assertThat(ours.active().set(SenderName.of("c", us.names()))).isFalse();
        assertThat(active()).hasValue("a");
    }

    @Test
    void nothingCanBeActiveWithoutADirectory() {
        assertThat(ours.active().set(SenderName.of("c", us.names()))).isFalse();
        assertThat(kernel.names()).isEmpty();
    }

    @Test
    void whenTheActiveSenderEndsTheFirstListedFollows() {
        register(ours, "b");
        register(ours, "a");
        register(theirs, "c").close();
        assertThat(active()).hasValue("a");
    }

    @Test
    void whenAnotherSenderEndsTheActiveOneStays() {
        SenderRegistration a = register(ours, "a");
        register(ours, "b");
        register(ours, "c");
        ours.active().set(SenderName.of("c", us.names()));
        a.close();
        assertThat(active()).hasValue("c");
    }

    @Test
    void theOneThatIsLeftBecomesActive() {
        SenderRegistration a = register(ours, "a");
        register(ours, "b");
        a.close();
        assertThat(active()).hasValue("b");
    }

    @Test
    void whenTheActiveSenderDiesTheFirstLivingFollowsForEverybody() {
        register(ours, "b");
        register(theirs, "a");
        register(theirs, "c");
        them.kill();
        assertThat(active()).hasValue("b");
        assertThat(new SenderNames(kernel.process()).active().get().map(SenderName::text)).hasValue("b");
        assertThat(raw()).startsWith('b', 0);
    }

    @Test
    void whenNobodyIsLeftThereIsNone() {
        register(theirs, "a");
        ours.list();
        ours.active().get();
        them.kill();
        assertThat(active()).isEmpty();
        assertThat(raw()).containsOnly(0);
    }

    @Test
    void itLivesAsLongAsSomebodyHasSeenIt() {
        register(theirs, "b");
        register(ours, "a");
        SenderNames third = new SenderNames(kernel.process());
        third.active().get();
        theirs.close();
        assertThat(third.active().get().map(SenderName::text)).hasValue("a");
    }

    @Test
    void anActiveNameThatIsNoNameIsReplaced() {
        register(ours, "a");
        try (GuardedMemory memory = GuardedMemory.open(us.objects(), ObjectNames.ACTIVE_SENDER).orElseThrow()) {
            memory.segment().fill((byte) 'x');
        }
        assertThat(active()).hasValue("a");
    }

    @Test
    void tooShortMemoryIsNeverOverrun() {
        us.objects().createMemory(ObjectNames.ACTIVE_SENDER, 10);
        register(ours, "a");
        assertThat(active()).hasValue("a");
        assertThat(ours.active().set(SenderName.of("a", us.names()))).isFalse();
    }

    @Test
    void anAbandonedMutexIsTakenOver() {
        register(ours, "a");
        LockHolder.of(them.objects(), "ActiveSenderName_mutex");
        them.kill();
        register(ours, "b");
        assertThat(active()).hasValue("b");
    }

    @Test
    void aPeerThatHangsInItsLockStopsNeitherReadersNorSenders() {
        register(ours, "a");
        try (LockHolder _ = LockHolder.of(them.objects(), "ActiveSenderName_mutex")) {
            assertThat(active()).hasValue("a");
            assertThat(register(ours, "b").name().text()).isEqualTo("b");
            assertThat(active()).hasValue("a");
        }
    }

    @Test
    void aPeerThatHangsInAnyLockStopsNoReaderOfADeadOne() {
        for (String mutex : new String[]{"SpoutSenderNames_mutex", "ActiveSenderName_mutex"}) {
            InMemoryKernel.Process mortal = kernel.process();
            SenderNames dying = new SenderNames(mortal);
            SenderRegistration a = register(ours, "a");
            register(dying, "b");
            assertThat(active()).hasValue("b");
            mortal.kill();
            try (LockHolder _ = LockHolder.of(them.objects(), mutex)) {
                assertThat(active()).hasValue("a");
            }
            a.close();
        }
    }
}
