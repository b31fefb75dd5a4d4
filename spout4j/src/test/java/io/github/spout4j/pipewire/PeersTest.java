package io.github.spout4j.pipewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.testing.UniqueName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the peers of other tests do what they say: from GStreamer to GStreamer every byte of every frame is equal. */
@NeedsGStreamer
class PeersTest {
    private static final int RATE = 30;
    private static PrivatePipeWire pipewire;

    @BeforeAll
    static void start() {
        pipewire = PrivatePipeWire.start();
    }

    @AfterAll
    static void close() {
        pipewire.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyByteOfSmallOddFrames(GstFormat format) {
        goThrough(new GstVideo(format, 17, 9, RATE));
    }

    @ParameterizedTest
    @EnumSource
    void everyByteOfLargeOddFrames(GstFormat format) {
        goThrough(new GstVideo(format, 639, 361, RATE));
    }

    private static void goThrough(GstVideo video) {
        String name = UniqueName.of("Cäm \"era\" \\ 1, = x");
        List<byte[]> frames = equallyLong(video.frames(3));
        try (GstSource source = GstSource.start(pipewire, name, video, frames);
                GstSink sink = GstSink.start(pipewire, source.node().serial(), video)) {
            assertThat(source.node().properties()).containsEntry("media.class", "Video/Source")
                    .containsEntry("node.description", name).containsEntry("node.name", name);
            List<byte[]> taken = sink.next(7);
            int first = number(frames, taken.getFirst());
            for (int i = 0; i < taken.size(); i++) {
                assertThat(taken.get(i)).as("frame %s", i).isEqualTo(frames.get((first + i) % frames.size()));
            }
            assertThat(sink.caps()).contains("width=" + video.width(), "height=" + video.height(), "framerate=30/1");
            source.check();
        }
    }

    private static List<byte[]> equallyLong(List<byte[]> frames) {
        int most = frames.stream().mapToInt(frame -> frame.length).max().orElseThrow();
        return frames.stream().map(frame -> Arrays.copyOf(frame, most)).toList();
    }

    private static int number(List<byte[]> frames, byte[] frame) {
        for (int i = 0; i < frames.size(); i++) {
            if (Arrays.equals(frames.get(i), frame)) {
                return i;
            }
        }
        throw new AssertionError("a frame that nobody sent, of " + frame.length + " bytes");
    }

    /** A red picture of GStreamer's own: each byte of a pixel, or pair of pixels, is the same in all rows of a plane. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JPEG")
    void framesLieAsGStreamerLaysThemOut(GstFormat format) throws IOException {
        for (GstVideo video : List.of(new GstVideo(format, 17, 9, RATE), new GstVideo(format, 639, 361, RATE))) {
            Path file = pipewire.fresh("red");
            LoggedProgram program = GstLaunch.run(pipewire, "videotestsrc", "num-buffers=1", "pattern=solid-color",
                    "foreground-color=0xffff0000", "!",
                    new GstVideo(GstFormat.RGBA, video.width(), video.height(), RATE).caps(), "!",
                    "videoconvert", "!", video.caps(), "!", "filesink", "location=" + file);
            assertThat(program.exitCode(PrivatePipeWire.PATIENCE)).as(program.describe()).isZero();
            byte[] frame = Files.readAllBytes(file);
            assertThat(frame).hasSize(video.bytes());
            Set<List<Byte>> planes = new HashSet<>();
            for (GstFormat.Plane plane : format.planes(video.width(), video.height())) {
                Set<Byte> first = new TreeSet<>();
                for (int y = 0; y < plane.rows(); y++) {
                    for (int x = 0; x < plane.bytes(); x++) {
                        if (saysNothing(video, x)) {
                            continue;
                        }
                        byte value = frame[plane.offset() + y * plane.stride() + x];
                        assertThat(value).as("%s row %s byte %s", plane, y, x)
                                .isEqualTo(frame[plane.offset() + x % period(format, plane)]);
                        first.add(value);
                    }
                }
                planes.add(List.copyOf(first));
            }
            assertThat(planes).as("planes that differ").hasSameSizeAs(format.planes(17, 9));
        }
    }

    /** The second pixel's luma in a row's last pair. */
    private static boolean saysNothing(GstVideo video, int x) {
        return switch (video.format()) {
            case YUY2 -> x == 2 * video.width();
            case UYVY -> x == 2 * video.width() + 1;
            default -> false;
        };
    }

    private static int period(GstFormat format, GstFormat.Plane plane) {
        return switch (format) {
            case YUY2, UYVY -> 4;
            case I420, YV12 -> 1;
            case NV12, NV21 -> plane.offset() == 0 ? 1 : 2;
            default -> format.planes(1, 1).getFirst().bytes();
        };
    }

    @Test
    void sinksBesideAndAfterOneAnotherGetTheFramesOfOneSource() {
        GstVideo video = new GstVideo(GstFormat.RGBA, 320, 240, RATE);
        String name = UniqueName.of("shared");
        try (GstSource source = GstSource.start(pipewire, name, video, video.frames(2))) {
            try (GstSink one = GstSink.start(pipewire, name, video);
                    GstSink two = GstSink.start(pipewire, name, video)) {
                number(video.frames(2), one.next(3).getLast());
                number(video.frames(2), two.next(3).getLast());
                assertThat(PwDump.of(pipewire).links(source.node())).isEqualTo(2);
            }
            try (GstSink three = GstSink.start(pipewire, name, video)) {
                number(video.frames(2), three.next(3).getLast());
            }
        }
    }

    @Test
    void aSourceMayBeOfAnotherClass() {
        GstVideo video = new GstVideo(GstFormat.BGRx, 32, 32, RATE);
        String name = UniqueName.of("plain");
        Map<String, String> properties = Map.of("node.name", name, "media.class", "Stream/Output/Video", "media.role",
                "Game");
        try (GstSource source = GstSource.start(pipewire, properties, video, video.frames(1))) {
            assertThat(source.node().properties()).containsEntry("media.class", "Stream/Output/Video")
                    .containsEntry("media.role", "Game");
            assertThat(source.node().formats()).singleElement().satisfies(
                    format -> assertThat(format).containsEntry("format", "BGRx").containsKey("size"));
        }
    }

    @Test
    void whatFailsTellsWhatTheProgramsSaid() {
        GstVideo video = new GstVideo(GstFormat.RGBA, 32, 32, RATE);
        assertThatThrownBy(() -> GstSink.start(pipewire, UniqueName.of("nobody"), video))
                .hasMessageContaining("there is no node nobody-").hasMessageContaining("Dummy-Driver");
        GstSource source = GstSource.start(pipewire, UniqueName.of("green"), video, video.frames(1));
        try (GstSink sink = GstSink.start(pipewire, source.node().serial(), "no-such-element")) {
            assertThatThrownBy(sink::next).hasMessageContaining("ended before frame 0 comes to a sink")
                    .hasMessageContaining("no element \"no-such-element\"")
                    .hasMessageContaining("--- wireplumber (runs)");
        } finally {
            source.close();
        }
        assertThatThrownBy(source::check).hasMessageContaining("the source has ended")
                .hasMessageContaining("Setting pipeline to PLAYING");
    }
}
