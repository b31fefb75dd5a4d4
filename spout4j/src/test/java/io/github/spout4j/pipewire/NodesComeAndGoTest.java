package io.github.spout4j.pipewire;

import static io.github.spout4j.pipewire.SpoutSession.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.pixels.ColorMatrix;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GStreamer's cameras open, close and are chosen, while a receiver or listener stays. */
@NeedsGStreamer
class NodesComeAndGoTest {
    private static final int RATE = 30;
    private static final GstVideo VIDEO = new GstVideo(GstFormat.BGRA, 64, 48, RATE);
    private static SpoutSession session;

    @BeforeAll
    static void start() {
        session = new SpoutSession();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @AfterEach
    void nothingIsLeft() {
        try (Spout spout = session.open()) {
            Await.until("no sender is left", PATIENCE, () -> spout.senders().list().isEmpty());
        }
    }

    private static GstSource camera(String name, GstVideo video, int number) {
        return GstSource.start(session.pipewire(), name, video, List.of(video.frame(number)));
    }

    /** Receives until that picture comes, which only a camera of that number gives. */
    private static void await(SpoutReceiver receiver, GstVideo video, int number) {
        ExpectedPicture wanted = ExpectedPicture.of(video, video.frame(number), ColorMatrix.BT601);
        Await.until("picture " + number + " of " + video, PATIENCE, () -> {
            try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                return wanted.difference(frame).isEmpty();
            }
        });
    }

    @Test
    void oneReceiverFollowsWhoeverHasTheName() {
        String name = UniqueName.of("camera");
        try (Spout spout = session.open(); SpoutReceiver receiver = spout.receiver(name).open()) {
            int number = 0;
            for (GstVideo video : List.of(VIDEO, VIDEO, new GstVideo(GstFormat.NV12, 639, 361, RATE),
                    new GstVideo(GstFormat.JPEG, 160, 120, RATE), new GstVideo(GstFormat.GRAY8, 17, 9, RATE))) {
                number++;
                try (GstSource _ = camera(name, video, number)) {
                    await(receiver, video, number);
                    SenderInfo info = receiver.info().orElseThrow();
                    assertThat(List.of(info.width(), info.height())).containsExactly(video.width(), video.height());
                }
                Await.until(name + " is gone", PATIENCE, () -> receiver.info().isEmpty());
                assertThat(spout.senders().find(name)).isEmpty();
            }
        }
    }

    @Test
    void aReceiverLosesANodeThatIsKilledAtOnceForAnotherOfItsName() {
        String name = UniqueName.of("camera");
        try (Spout spout = session.open(); SpoutReceiver receiver = spout.receiver(name).open()) {
            GstSource one = camera(name, VIDEO, 1);
            try (GstSource two = GstSource.start(session.pipewire(),
                    Map.of("node.name", name + ".2", "node.description", name), VIDEO, List.of(VIDEO.frame(2)))) {
                await(receiver, VIDEO, 1);
                assertThat(spout.senders().list()).extracting(SenderInfo::name).containsExactly(name,
                        name + " [" + two.node().id() + "]");
                one.close();
                await(receiver, VIDEO, 2);
            } finally {
                one.close();
            }
        }
    }

    @Test
    void theActiveOneIsTheNewestOrTheChosen() {
        String first = UniqueName.of("first");
        String second = UniqueName.of("second \"quoted\" \\");
        try (Spout spout = session.open();
                SpoutReceiver receiver = spout.receiver().open();
                GstSource one = camera(first, VIDEO, 1)) {
            await(receiver, VIDEO, 1);
            try (GstSource _ = camera(second, VIDEO, 2)) {
                assertActive(spout, second);
                await(receiver, VIDEO, 2);
                assertThat(spout.senders().setActive(first)).isTrue();
                assertActive(spout, first);
                await(receiver, VIDEO, 1);
                assertThat(spout.senders().setActive(second)).isTrue();
                assertActive(spout, second);
                await(receiver, VIDEO, 2);
                try (Spout other = session.open()) {
                    assertActive(other, second);
                }
                assertThat(spout.senders().setActive(UniqueName.of("nobody"))).isFalse();
                assertActive(spout, second);
            }
            await(receiver, VIDEO, 1); // the chosen one is gone
            assertActive(spout, first);
            one.check();
        }
    }

    private static void assertActive(Spout spout, String name) {
        Await.until(name + " is the active sender", PATIENCE,
                () -> spout.senders().active().map(SenderInfo::name).filter(name::equals).isPresent());
        assertThat(spout.senders().list().stream().filter(SenderInfo::active)).extracting(SenderInfo::name)
                .containsExactly(name);
    }

    @Test
    void listenersHearOfAll() {
        String first = UniqueName.of("first");
        String second = UniqueName.of("second");
        String ours = UniqueName.of("ours");
        List<String> heard = new CopyOnWriteArrayList<>();
        try (Spout spout = session.open(); Spout other = session.open()) {
            GstSource one = camera(first, VIDEO, 1);
            try (SenderDirectory.Subscription _ = spout.senders().listen(listener(heard))) {
                hear(heard, "added " + first + " 64x48 BGRA8", "activated " + first);
                try (GstSource _ = camera(second, new GstVideo(GstFormat.YUY2, 320, 240, RATE), 2)) {
                    hear(heard, "added " + second + " 320x240 BGRX8", "activated " + second);
                    spout.senders().setActive(first);
                    hear(heard, "activated " + first);
                    one.close();
                    hear(heard, "removed " + first, "activated " + second);
                }
                hear(heard, "removed " + second, "activated ");
                try (SpoutSender sender = other.sender(ours).size(3, 4).open()) {
                    hear(heard, "added " + ours + " 3x4 RGBA8", "activated " + ours);
                    sender.resize(5, 6, PixelFormat.R16);
                    sender.send(new byte[5 * 6 * 2]);
                    hear(heard, "changed " + ours + " 5x6 R16");
                    sender.pause();
                    hear(heard, "changed " + ours + " 5x6 R16 paused");
                    sender.resume();
                    hear(heard, "changed " + ours + " 5x6 R16");
                }
                hear(heard, "removed " + ours, "activated ");
            } finally {
                one.close();
            }
        }
    }

    /** Waits for these, in this order and nothing else, and forgets them. */
    private static void hear(List<String> heard, String... wanted) {
        Await.until("a listener hears " + List.of(wanted) + " after " + heard, PATIENCE,
                () -> heard.size() >= wanted.length);
        assertThat(heard).containsExactly(wanted);
        heard.clear();
    }

    private static SenderListener listener(List<String> heard) {
        return new SenderListener() {
            @Override
            public void added(SenderInfo sender) {
                heard.add("added " + text(sender));
            }

            @Override
            public void changed(SenderInfo sender) {
                heard.add("changed " + text(sender));
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
    }

    private static String text(SenderInfo sender) {
        return sender.name() + " " + sender.width() + "x" + sender.height() + " " + sender.format().orElseThrow()
                + (sender.paused() ? " paused" : "");
    }
}
