package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.protocol.GuardedMemory;
import io.github.spout4j.protocol.NameBytes;
import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.SenderTable;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;

/** Who sends, and who is active. */
@Tag("pipewire")
class DirectoryTest {
    @Test
    void sendersAreListedInOrderAndTheLastIsActive() {
        try (Spout spout = EngineUnderTest.open(); Spout other = EngineUnderTest.open()) {
            SenderDirectory senders = other.senders();
            assertThat(senders.list()).isEmpty();
            assertThat(senders.active()).isEmpty();
            String stem = UniqueName.of("listed");
            SpoutSender b = spout.sender(stem + "b").size(1, 2).open();
            SpoutSender a = spout.sender(stem + "a").size(3, 4).format(PixelFormat.BGRA8).open();
            SpoutSender c = spout.sender(stem + "c").size(5, 6).open();
            assertThat(senders.list()).extracting(SenderInfo::name).containsExactly(a.name(), b.name(), c.name());
            assertThat(senders.list()).extracting(SenderInfo::width).containsExactly(3, 1, 5);
            assertThat(senders.list()).extracting(SenderInfo::active).containsExactly(false, false, true);
            assertThat(senders.active().orElseThrow().name()).isEqualTo(c.name());
            assertThat(senders.find(a.name()).orElseThrow().format()).contains(PixelFormat.BGRA8);
            assertThat(senders.find(stem)).isEmpty();
            assertThat(senders.setActive(a.name())).isTrue();
            assertThat(senders.setActive(stem)).isFalse();
            assertThat(senders.active().orElseThrow().name()).isEqualTo(a.name());
            a.close();
            assertThat(senders.active().orElseThrow().name()).as("who is active when the active one has left")
                    .isEqualTo((EngineUnderTest.newestIsActive() ? c : b).name());
            assertThat(senders.list()).hasSize(2);
            assertThat(senders.maximum()).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void aNameThatAnotherProgramHasDroppedComesBack() {
        assumeTrue(EngineUnderTest.namesObjects(), "the list of senders is the daemon's");
        try (Pair pair = Pair.open(4, 4);
                GuardedMemory directory = GuardedMemory
                        .open(TestSystem.open().objects(), ObjectNames.SENDER_DIRECTORY).orElseThrow()) {
            String name = pair.sender().name();
            directory.locked(1000, (memory, _) -> {
                NavigableSet<NameBytes> names = SenderTable.decode(memory);
                names.removeIf(other -> new String(other.toArray(), StandardCharsets.UTF_8).equals(name));
                SenderTable.encode(names, memory);
                return null;
            });
            Await.until("listed again", PATIENCE, () -> pair.spout().senders().list().stream()
                    .anyMatch(sender -> sender.name().equals(name)));
        }
    }

    @Test
    void objectsThatBelongToASenderAreNoSenders() {
        try (Pair pair = Pair.open(100, 100)) {
            pair.send(1);
            for (String suffix : List.of("_map", "_map_mutex", "_Count_Semaphore", "_mutex")) {
                assertThat(pair.spout().senders().find(pair.sender().name() + suffix)).isEmpty();
            }
            assertThat(pair.spout().senders().list()).hasSize(1);
        }
    }

    @Test
    void listenersHearOfChangesUntilTheyEnd() {
        List<String> heard = new CopyOnWriteArrayList<>();
        SenderListener listener = new SenderListener() {
            @Override
            public void added(SenderInfo sender) {
                heard.add("added " + sender.name());
                throw new IllegalStateException("a listener that fails (this is a test)");
            }

            @Override
            public void changed(SenderInfo sender) {
                heard.add("changed " + sender.name() + " " + sender.width());
            }

            @Override
            public void removed(String name) {
                heard.add("removed " + name);
            }

            @Override
            public void activated(String name) {
                heard.add("activated " + name);
            }
        };
        try (Spout spout = EngineUnderTest.open()) {
            SpoutSender first = spout.sender(UniqueName.of("first")).size(4, 4).open();
            SenderDirectory.Subscription subscription = spout.senders().listen(listener);
            await(heard, "added " + first.name(), "activated " + first.name());
            SpoutSender second = spout.sender(UniqueName.of("second")).size(4, 4).open();
            await(heard, "added " + second.name(), "activated " + second.name());
            first.resize(9, 9);
            first.send(new int[81]);
            await(heard, "changed " + first.name() + " 9");
            spout.senders().setActive(first.name());
            await(heard, "activated " + first.name());
            first.close();
            await(heard, "removed " + first.name(), "activated " + second.name());
            subscription.close();
            subscription.close();
            heard.clear();
            List<String> others = new CopyOnWriteArrayList<>();
            var still = spout.senders().listen(new SenderListener() {
                @Override
                public void activated(String name) {
                    others.add("activated " + name);
                }
            });
            await(others, "activated " + second.name());
            second.close();
            await(others, "activated ");
            assertThat(heard).as("nothing after the end").isEmpty();
            still.close();
        }
    }

    /** Waits for all of these, in any order, and forgets what was heard. */
    private static void await(List<String> heard, String... expected) {
        Await.until(String.join(", ", expected), PATIENCE, () -> heard.containsAll(List.of(expected)));
        heard.clear();
    }

    @Test
    void aSubscriptionMayEndItselfAndSpoutEndsTheOthers() {
        List<String> heard = new CopyOnWriteArrayList<>();
        Spout spout = EngineUnderTest.open();
        SenderDirectory.Subscription[] subscription = new SenderDirectory.Subscription[1];
        SenderListener listener = new SenderListener() {
            @Override
            public void added(SenderInfo sender) {
                heard.add(sender.name());
                if (subscription[0] != null) {
                    subscription[0].close();
                }
            }
        };
        subscription[0] = spout.senders().listen(listener);
        SpoutSender one = spout.sender(UniqueName.of("one")).size(1, 1).open();
        Await.until("heard", PATIENCE, () -> !heard.isEmpty());
        one.close();
        SpoutSender two = spout.sender(UniqueName.of("two")).size(1, 1).open();
        List<String> all = new CopyOnWriteArrayList<>();
        spout.senders().listen(new SenderListener() {
            @Override
            public void added(SenderInfo sender) {
                all.add(sender.name());
            }
        });
        Await.until("the other listener hears", PATIENCE, () -> all.contains(two.name()));
        assertThat(heard).hasSize(1);
        spout.close();
        assertThat(EngineUnderTest.leftovers()).isEmpty();
    }
}
