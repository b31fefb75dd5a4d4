package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineMethod.FIND_NAME;
import static io.github.spout4j.peer.GenuineMethod.INDEX_OF;
import static io.github.spout4j.peer.GenuineMethod.INFO_AT;
import static io.github.spout4j.peer.GenuineMethod.MAX_SENDERS;
import static io.github.spout4j.peer.GenuineMethod.SET_ACTIVE;
import static io.github.spout4j.peer.GenuineMethod.UPDATE_SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@GenuineTest
class GenuineDirectoryTest extends AgainstGenuine {
    private static final long HANDLE = 0x40000A02L;

    @Test
    void ourSenderIsListedFoundAndActiveThere() {
        String name = UniqueName.of("ours");
        try (SpoutSender sender = spout.sender(name).size(639, 361).format(PixelFormat.BGRA8).open()) {
            GenuineInfo expected = new GenuineInfo(sender.name(), 639, 361, 0, 87);
            assertThat(genuine.names()).contains(name);
            assertThat(genuine.isTrue(FIND_NAME, name)).isTrue();
            assertThat(genuine.info(name)).contains(expected);
            assertThat(genuine.active()).contains(name);
            assertThat(genuine.findActive()).contains(expected);
            int index = genuine.number(INDEX_OF, name);
            assertThat(genuine.call(INFO_AT, index, "", 256)).containsExactly("true", name, "639", "361", "0");
        }
        assertThat(genuine.names()).doesNotContain(name);
        assertThat(genuine.info(name)).isEmpty();
    }

    @Test
    void itsSenderIsListedFoundAndActiveHere() {
        String name = UniqueName.of("theirs");
        genuine.createSender(name, 639, 361, HANDLE, 28);
        SenderInfo found = spout.senders().find(name).orElseThrow();
        assertThat(found).extracting(SenderInfo::name, SenderInfo::width, SenderInfo::height, SenderInfo::shareHandle,
                SenderInfo::dxgiFormat, SenderInfo::active).containsExactly(name, 639, 361, HANDLE, 28, true);
        assertThat(spout.senders().active()).contains(found);
        assertThat(spout.senders().list()).contains(found);
        assertThat(genuine.releaseSender(name)).isTrue();
        assertThat(spout.senders().find(name)).isEmpty();
        assertThat(spout.senders().list()).noneMatch(sender -> sender.name().equals(name));
    }

    @Test
    void bothListTheSameNamesInTheSameOrder() {
        String stem = UniqueName.of("order");
        List<SpoutSender> ours = new ArrayList<>();
        boolean accents = Charset.forName(System.getProperty("native.encoding")).newEncoder().canEncode("é");
        for (String name : List.of("b", "C", "_", "~", accents ? "bé" : "bb", "bz")) {
            genuine.createSender(name + stem, 8, 8, HANDLE, 28);
            ours.add(spout.sender(name + name + stem).size(8, 8).open());
        }
        assertThat(spout.senders().list()).extracting(SenderInfo::name).hasSizeGreaterThanOrEqualTo(12)
                .containsExactlyElementsOf(genuine.names());
        ours.forEach(SpoutSender::close);
        assertThat(spout.senders().list()).extracting(SenderInfo::name).containsExactlyElementsOf(genuine.names());
    }

    @Test
    void aTakenNameIsNumberedOnBothSides() {
        String name = UniqueName.of("taken");
        assertThat(genuine.createSender(name, 8, 8, HANDLE, 28)).isEqualTo(name);
        try (SpoutSender sender = spout.sender(name).size(8, 8).open()) {
            assertThat(sender.name()).isEqualTo(name + "_1");
            assertThat(genuine.createSender(name, 8, 8, HANDLE, 28)).isEqualTo(name + "_2");
            genuine.releaseSender(name);
            try (SpoutSender first = spout.sender(name).size(8, 8).open()) {
                assertThat(first.name()).isEqualTo(name);
                assertThat(genuine.names()).contains(name, name + "_1", name + "_2");
            }
        }
        assertThat(genuine.createSender(name, 8, 8, HANDLE, 28)).isEqualTo(name);
    }

    @Test
    void theActiveSenderIsSetFromEitherSide() {
        String theirs = UniqueName.of("theirs");
        genuine.createSender(theirs, 8, 8, HANDLE, 28);
        try (SpoutSender sender = spout.sender(UniqueName.of("ours")).size(8, 8).open()) {
            assertThat(genuine.active()).contains(sender.name());
            assertThat(genuine.isTrue(SET_ACTIVE, theirs)).isTrue();
            assertThat(spout.senders().active()).map(SenderInfo::name).contains(theirs);
            assertThat(spout.senders().setActive(sender.name())).isTrue();
            assertThat(genuine.active()).contains(sender.name());
        }
    }

    @Test
    void whoeverReleasesTheActiveSenderTheFirstListedBecomesActive() {
        String first = UniqueName.of("!first");
        genuine.createSender(first, 8, 8, HANDLE, 28);
        SpoutSender ours = spout.sender(UniqueName.of("ours")).size(8, 8).open();
        ours.close();
        assertThat(genuine.active()).contains(genuine.names().getFirst());
        assertThat(spout.senders().active()).map(SenderInfo::name).isEqualTo(genuine.active());

        try (SpoutSender second = spout.sender(UniqueName.of("!fiasco")).size(8, 8).open()) {
            assertThat(genuine.isTrue(SET_ACTIVE, first)).isTrue();
            genuine.releaseSender(first);
            assertThat(spout.senders().active()).map(SenderInfo::name).contains(genuine.names().getFirst());
            assertThat(genuine.names()).contains(second.name());
        }
    }

    @Test
    void aReleasedNameIsTakenAgainAndActiveAgain() {
        String name = UniqueName.of("again");
        for (int i = 0; i < 3; i++) {
            assertThat(genuine.createSender(name, 8, 8, HANDLE, 28)).isEqualTo(name);
            assertThat(spout.senders().active()).map(SenderInfo::name).contains(name);
            genuine.releaseSender(name);
            try (SpoutSender sender = spout.sender(name).size(8, 8).open()) {
                assertThat(sender.name()).isEqualTo(name);
                assertThat(genuine.active()).contains(name);
            }
        }
    }

    @Test
    void aNewSizeIsSeenOnTheOtherSide() {
        String theirs = UniqueName.of("theirs");
        genuine.createSender(theirs, 640, 480, HANDLE, 28);
        genuine.call(UPDATE_SENDER, theirs, 1920, 1080, -5, 87);
        assertThat(spout.senders().find(theirs).orElseThrow()).extracting(SenderInfo::width, SenderInfo::height,
                SenderInfo::shareHandle, SenderInfo::dxgiFormat).containsExactly(1920, 1080, -5L, 87);

        try (SpoutSender sender = spout.sender(UniqueName.of("ours")).size(8, 8).open()) {
            sender.resize(33, 5);
            sender.send(new byte[33 * 5 * 4]);
            assertThat(genuine.info(sender.name())).contains(new GenuineInfo(sender.name(), 33, 5, 0, 28));
        }
    }

    @Test
    void aDirectoryThatItHasFilledIsFullHere() {
        String stem = UniqueName.of("full");
        int room = genuine.number(MAX_SENDERS) - genuine.names().size();
        assertThat(spout.senders().maximum()).isEqualTo(genuine.number(MAX_SENDERS));
        for (int i = 0; i < room; i++) {
            genuine.createSender(stem + "-" + i, 8, 8, HANDLE, 28);
        }
        assertThat(spout.senders().list()).hasSize(genuine.number(MAX_SENDERS));
        assertThatThrownBy(() -> spout.sender(stem).size(8, 8).open()).isInstanceOf(SpoutException.class)
                .hasMessageContaining("full");
        assertThat(genuine.names()).hasSize(genuine.number(MAX_SENDERS)).doesNotContain(stem);
        assertThat(genuine.info(stem)).isEmpty();
    }

    @Test
    void oursFillTheDirectoryToTheLastPlace() {
        String stem = UniqueName.of("full");
        int room = genuine.number(MAX_SENDERS) - genuine.names().size();
        List<SpoutSender> ours = new ArrayList<>();
        for (int i = 0; i < room; i++) {
            ours.add(spout.sender(stem + "-" + i).size(8, 8).open());
        }
        assertThat(genuine.names()).hasSize(genuine.number(MAX_SENDERS))
                .containsExactlyElementsOf(spout.senders().list().stream().map(SenderInfo::name).toList());
        ours.forEach(SpoutSender::close);
    }
}
