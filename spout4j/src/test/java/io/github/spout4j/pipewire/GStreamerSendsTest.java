package io.github.spout4j.pipewire;

import static io.github.spout4j.pipewire.SpoutSession.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.Transport;
import io.github.spout4j.pixels.ColorMatrix;
import io.github.spout4j.testing.UniqueName;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Our receivers take the frames of GStreamer's cameras; every pixel is compared. It tells no matrix of colours. */
@NeedsGStreamer
class GStreamerSendsTest {
    private static final int RATE = 30;
    private static final int FRAMES = 3;
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
    @EnumSource(mode = Mode.EXCLUDE, names = {"GRAY16_BE", "ARGB64"})
    void everyPixelOfSmallOddFrames(GstFormat format) {
        goThrough(new GstVideo(format, 17, 9, RATE), ColorMatrix.BT601);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"GRAY16_BE", "ARGB64"})
    void everyPixelOfLargeOddFrames(GstFormat format) {
        goThrough(new GstVideo(format, 639, 361, RATE), ColorMatrix.BT601);
    }

    @ParameterizedTest
    @CsvSource({"NV12, 720, BT709", "NV12, 719, BT601", "YUY2, 1080, BT709", "RGB, 1080, BT709"})
    void theMatrixFollowsTheHeight(GstFormat format, int height, ColorMatrix matrix) {
        goThrough(new GstVideo(format, 321, height, RATE), matrix);
    }

    private static void goThrough(GstVideo video, ColorMatrix matrix) {
        String name = UniqueName.of("Cäm \"era\" \\ 1, = x");
        List<byte[]> frames = video.frames(FRAMES);
        List<ExpectedPicture> pictures = frames.stream().map(each -> ExpectedPicture.of(video, each, matrix)).toList();
        try (GstSource source = GstSource.start(session.pipewire(), name, video, frames);
                Spout spout = session.open();
                SpoutReceiver receiver = spout.receiver(name).open()) {
            Set<Integer> seen = new HashSet<>();
            long last = 0;
            for (int count = 0; count < 4 || seen.size() < FRAMES; count++) {
                try (SpoutFrame frame = receiver.receive(PATIENCE)
                        .orElseThrow(() -> new AssertionError("no frame comes\n" + source.log()))) {
                    assertThat(frame.width()).isEqualTo(video.width());
                    assertThat(frame.height()).isEqualTo(video.height());
                    assertThat(frame.number()).isGreaterThan(last);
                    last = frame.number();
                    seen.add(ExpectedPicture.number(pictures, frame));
                }
            }
            assertThat(receiver.fps()).isPositive();
            source.check();
        }
    }

    @Test
    void whatIsToldOfACamera() {
        GstVideo video = new GstVideo(GstFormat.YUY2, 320, 240, RATE);
        String name = UniqueName.of("camera");
        try (GstSource _ = GstSource.start(session.pipewire(), name, video, video.frames(1));
                Spout spout = session.open()) {
            SenderInfo info = spout.senders().find(name).orElseThrow();
            assertThat(info.name()).isEqualTo(name);
            assertThat(info.width()).isEqualTo(320);
            assertThat(info.height()).isEqualTo(240);
            assertThat(info.format()).contains(PixelFormat.BGRX8);
            assertThat(info.transport()).isEqualTo(Transport.MEMORY);
            assertThat(Path.of(info.host()).getFileName()).hasToString("gst-launch-1.0");
            assertThat(info.paused()).isFalse();
            assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Video/Source", "Stream/Output/Video"})
    void itIsFoundByDescriptionNameAndId(String mediaClass) {
        GstVideo video = new GstVideo(GstFormat.BGRx, 32, 24, RATE);
        String description = UniqueName.of("Kamera von Jörg");
        String name = UniqueName.of("v4l2_input.pci");
        List<byte[]> frames = video.frames(FRAMES);
        List<ExpectedPicture> pictures = frames.stream()
                .map(each -> ExpectedPicture.of(video, each, ColorMatrix.BT601)).toList();
        try (GstSource source = GstSource.start(session.pipewire(),
                Map.of("node.name", name, "node.description", description, "media.class", mediaClass), video, frames);
                Spout spout = session.open()) {
            assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(description).doesNotContain(name);
            for (String known : List.of(description, name, Integer.toString(source.node().id()))) {
                assertThat(spout.senders().find(known)).as(known).isPresent();
                try (SpoutReceiver receiver = spout.receiver(known).open();
                        SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
                    ExpectedPicture.number(pictures, frame);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAY16_BE", "ARGB64"})
    void whatNobodyCanReadIsNotListed(GstFormat format) {
        GstVideo video = new GstVideo(format, 32, 24, RATE);
        String name = UniqueName.of("unknown");
        try (GstSource _ = GstSource.start(session.pipewire(), name, video, video.frames(1));
                Spout spout = session.open()) {
            assertThat(spout.senders().find(name)).isEmpty();
        }
    }
}
