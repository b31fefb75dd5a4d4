package io.github.spout4j.pipewire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * GStreamer takes the frames of our senders; every pixel is compared. Debian's ffmpeg is no such program: it has neither a device nor a filter
 * of PipeWire ({@code ffmpeg -devices}, {@code ffmpeg -filters}).
 */
@NeedsGStreamer
class GStreamerReceivesTest {
    private static final int FRAMES = 8;
    private static final int FPS = 30;
    private static SpoutSession session;

    @BeforeAll
    static void start() {
        session = new SpoutSession();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @ParameterizedTest
    @CsvSource({"RGBA8, RGBA, 1, 1", "RGBA8, RGBA, 17, 9", "RGBA8, RGBA, 639, 361", "RGBA8, RGBA, 1920, 1080",
            "BGRA8, BGRA, 17, 9", "BGRA8, BGRA, 639, 361", "BGRX8, BGRx, 17, 9", "BGRX8, BGRx, 639, 361",
            "R8, GRAY8, 17, 9", "R8, GRAY8, 639, 361", "R8, GRAY8, 1920, 1080", "R16, GRAY16_LE, 17, 9",
            "R16, GRAY16_LE, 639, 361", "RGBA8, BGRA, 1, 1", "RGBA8, BGRA, 639, 361", "RGBA8, BGRA, 1920, 1080",
            "RGBA8, BGRx, 17, 9", "RGBA8, BGRx, 639, 361"})
    void everyFrameIsOneThatWasSent(PixelFormat sent, GstFormat taken, int width, int height) {
        TakenFrames frames = new TakenFrames(new NumberedFrames(sent, width, height), taken);
        try (Spout spout = session.open();
                SpoutSender sender = open(spout, frames.sent());
                Streaming _ = new Streaming(sender, frames.sent(), FPS);
                GstSink sink = GstSink.start(session.pipewire(), sender.name(), frames.video())) {
            takeInOrder(sink, frames, 0);
            assertThat(sink.caps()).contains("width=" + width, "height=" + height);
        }
    }

    private static SpoutSender open(Spout spout, NumberedFrames frames) {
        return spout.sender(UniqueName.of("Sänder \"1\"")).size(frames.width(), frames.height())
                .format(frames.format()).open();
    }

    /** Takes {@link #FRAMES} different ones; one may come twice, as the first to a sink does. */
    private static int takeInOrder(GstSink sink, TakenFrames frames, int after) {
        int last = after;
        for (int different = 0; different < FRAMES;) {
            int number = frames.number(sink.next());
            assertThat(number).isGreaterThanOrEqualTo(last);
            different += number > last ? 1 : 0;
            last = number;
        }
        return last;
    }

    @ParameterizedTest
    @CsvSource({"17, 9", "639, 361"})
    void floatsBecomeBytes(int width, int height) {
        NumberedFrames frames = new NumberedFrames(PixelFormat.RGBA16F, width, height);
        GstVideo video = new GstVideo(GstFormat.RGBA, width, height, 1);
        try (Spout spout = session.open(); SpoutSender sender = open(spout, frames)) {
            sender.send(frames.frame(1));
            try (GstSink sink = GstSink.start(session.pipewire(), sender.name(), video)) {
                assertThat(TakenFrames.rows(video, sink.next())).isEqualTo(eightBits(frames.frame(1)));
                for (int number = 2; number < 5; number++) {
                    byte[] before = eightBits(frames.frame(number - 1));
                    assertThat(sender.send(frames.frame(number))).isTrue();
                    byte[] next;
                    do {
                        next = TakenFrames.rows(video, sink.next());
                    } while (Arrays.equals(next, before));
                    assertThat(next).isEqualTo(eightBits(frames.frame(number)));
                }
            }
        }
    }

    private static byte[] eightBits(byte[] halves) {
        byte[] bytes = new byte[halves.length / 2];
        for (int i = 0; i < bytes.length; i++) {
            float half = Float.float16ToFloat((short) (halves[2 * i] & 0xFF | halves[2 * i + 1] << 8));
            bytes[i] = (byte) (Float.isNaN(half) ? 0 : Math.floor(Math.clamp(half, 0.0, 1.0) * 255 + 0.5));
        }
        return bytes;
    }

    @Test
    void everyFrameOfAnotherProcess() {
        TakenFrames frames = new TakenFrames(NodePeerProgram.frames(), GstFormat.RGBA);
        String name = UniqueName.of("elsewhere");
        try (NodePeer _ = NodePeer.sender(name);
                GstSink sink = GstSink.start(session.pipewire(), name, frames.video())) {
            takeInOrder(sink, frames, 0);
        }
    }

    @Test
    void twoSinksAtOnce() {
        TakenFrames one = new TakenFrames(new NumberedFrames(PixelFormat.RGBA8, 639, 361), GstFormat.RGBA);
        try (Spout spout = session.open();
                SpoutSender sender = open(spout, one.sent());
                Streaming _ = new Streaming(sender, one.sent(), FPS);
                GstSink first = GstSink.start(session.pipewire(), sender.name(), one.video())) {
            int last = takeInOrder(first, one, 0);
            try (GstSink second = GstSink.start(session.pipewire(), sender.name(), one.video())) {
                takeInOrder(second, one, last);
                last = takeInOrder(first, one, last);
            }
            takeInOrder(first, one, last);
        }
    }

    @Test
    void whatWasSentBeforeTheSinkCame() {
        TakenFrames frames = new TakenFrames(new NumberedFrames(PixelFormat.BGRA8, 320, 240), GstFormat.BGRA);
        try (Spout spout = session.open(); SpoutSender sender = open(spout, frames.sent())) {
            sender.send(frames.sent().frame(3));
            for (int sink = 0; sink < 2; sink++) {
                requireNext(sender, frames, 3);
            }
            sender.send(frames.sent().frame(4));
            requireNext(sender, frames, 4);
        }
    }

    private static void requireNext(SpoutSender sender, TakenFrames frames, int number) {
        try (GstSink sink = GstSink.start(session.pipewire(), sender.name(), frames.video())) {
            assertThat(frames.number(sink.next())).isEqualTo(number);
        }
    }

    @Test
    void theOnlyFrameReachesASinkBesideAnother() {
        TakenFrames frames = new TakenFrames(new NumberedFrames(PixelFormat.BGRA8, 320, 240), GstFormat.BGRA);
        try (Spout spout = session.open(); SpoutSender sender = open(spout, frames.sent())) {
            sender.send(frames.sent().frame(3));
            try (GstSink first = GstSink.start(session.pipewire(), sender.name(), frames.video())) {
                assertThat(frames.number(first.next())).isEqualTo(3);
                requireNext(sender, frames, 3);
            }
        }
    }

    @Test
    void anotherSizeAndFormat() {
        TakenFrames small = new TakenFrames(new NumberedFrames(PixelFormat.RGBA8, 160, 120), GstFormat.RGBA);
        TakenFrames large = new TakenFrames(new NumberedFrames(PixelFormat.BGRA8, 639, 361), GstFormat.BGRA);
        try (Spout spout = session.open(); SpoutSender sender = open(spout, small.sent())) {
            sender.send(small.sent().frame(1));
            requireNext(sender, small, 1);
            sender.resize(639, 361, PixelFormat.BGRA8);
            sender.send(large.sent().frame(2));
            requireNext(sender, large, 2);
        }
    }

    /** It agrees on caps once, but frames of the new size come. */
    @Test
    void anotherSizeWhileASinkTakes() {
        TakenFrames small = new TakenFrames(new NumberedFrames(PixelFormat.RGBA8, 160, 120), GstFormat.RGBA);
        TakenFrames large = new TakenFrames(new NumberedFrames(PixelFormat.RGBA8, 639, 361), GstFormat.RGBA);
        try (Spout spout = session.open();
                SpoutSender sender = open(spout, small.sent());
                GstSink before = GstSink.start(session.pipewire(), sender.name(), "video/x-raw,format=RGBA")) {
            try (Streaming _ = new Streaming(sender, small.sent(), FPS)) {
                takeInOrder(before, small, 0);
            }
            sender.resize(639, 361);
            try (Streaming _ = new Streaming(sender, large.sent(), FPS);
                    GstSink after = GstSink.start(session.pipewire(), sender.name(), large.video())) {
                takeInOrder(after, large, 0);
                byte[] next = before.next();
                while (next.length == small.video().bytes()) {
                    small.number(next);
                    next = before.next();
                }
                large.number(next);
            }
        }
    }

    @Test
    void whatOthersSeeOfASender() {
        try (Spout spout = session.open();
                SpoutSender sender = open(spout, new NumberedFrames(PixelFormat.BGRA8, 640, 360));
                SpoutSender camera = spout.sender(UniqueName.of("camera")).size(64, 48).camera().open()) {
            PwNode node = session.node(sender.name());
            assertThat(node.properties()).containsEntry("media.class", "Video/Source")
                    .containsEntry("node.name", sender.name()).containsEntry("node.description", sender.name())
                    .doesNotContainKey("media.role");
            assertThat(node.formats()).extracting(each -> String.valueOf(each.get("format"))).startsWith("BGRA",
                    "RGBA", "BGRx");
            assertThat(node.formats())
                    .allSatisfy(each -> assertThat(each.get("size").toString()).contains("640", "360"));
            assertThat(session.node(camera.name()).properties()).containsEntry("media.class", "Video/Source")
                    .containsEntry("media.role", "Camera");
        }
    }

    @ParameterizedTest
    @CsvSource({"RGBA16F, RGBA_F16 RGBA_F32 RGBA BGRA BGRx", "RGB10A2, ABGR_210LE RGBA_F32 RGBA_F16 RGBA BGRA BGRx",
            "BGRA8_SRGB, BGRA RGBA BGRx RGBA_F32 RGBA_F16", "R8, GRAY8 RGBA BGRA BGRx RGBA_F32 RGBA_F16"})
    void formatsInTheOrderOfPreference(PixelFormat format, String formats) {
        try (Spout spout = session.open();
                SpoutSender sender = open(spout, new NumberedFrames(format, 4, 4))) {
            List<String> told = session.node(sender.name()).formats().stream()
                    .map(each -> String.valueOf(each.get("format"))).toList();
            assertThat(told).containsSubsequence(formats.split(" "));
        }
    }
}
