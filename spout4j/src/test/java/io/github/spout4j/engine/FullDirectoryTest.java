package io.github.spout4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;

/** As many senders as the directory holds. */
class FullDirectoryTest {
    private static final int PROCESSES = 4;
    private static final int EACH = 16;

    @Test
    void sixtyFourSendersAreListedAndReceivedAndTheNextIsRefused() throws IOException {
        Assumptions.assumeFalse(TestSystem.WINDOWS, "Windows has one directory for all programs of a session: "
                + "that this test needs empty, and leaves full for others");
        EngineUnderTest.open().close();
        String before = System.getProperty("spout.directory");
        Path directory = Files.createTempDirectory(Path.of(before).getParent(), "spout4j-full");
        List<SpoutPeer> peers = new ArrayList<>();
        System.setProperty("spout.directory", directory.toString());
        try {
            for (int i = 0; i < PROCESSES; i++) {
                peers.add(new SpoutPeer());
            }
            String stem = UniqueName.of("full");
            for (SpoutPeer peer : peers) {
                assertThat(peer.ask("many", stem + peers.indexOf(peer), EACH)).isEqualTo("open");
            }
            for (SpoutPeer peer : peers) {
                assertThat(peer.ask("list")).isEqualTo(Integer.toString(PROCESSES * EACH));
                assertThat(peer.ask("sendMany")).isEqualTo("sent");
            }
            for (int i = 0; i < PROCESSES; i++) {
                SpoutPeer receiving = peers.get((i + 1) % PROCESSES);
                for (int sender = 0; sender < EACH; sender++) {
                    receiving.ask("receiver", stem + i + "-" + sender);
                    assertThat(receiving.ask("receive", sender + 1, sender + 1, 1)).isEqualTo("same");
                }
            }
            assertThat(peers.getFirst().ask("many", stem + "over", 1)).startsWith("refused")
                    .contains("directory is full").contains("64");
            peers.removeLast().kill();
            assertThat(peers.getFirst().ask("many", stem + "after", EACH)).as("the places of the killed are free")
                    .isEqualTo("open");
            peers.forEach(SpoutPeer::end);
            assertThat(directory.toFile().list()).as("left of a process that was killed, and of those that were not")
                    .filteredOn(file -> file.startsWith("object.SpoutSenderNames")).isEmpty();
        } finally {
            System.setProperty("spout.directory", before);
            peers.forEach(SpoutPeer::close);
            EngineUnderTest.delete(directory);
        }
    }
}
