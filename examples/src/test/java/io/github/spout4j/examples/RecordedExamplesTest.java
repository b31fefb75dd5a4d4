package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The recorder, and with it those examples that change what they send: every pixel of all frames is what it is to be. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecordedExamplesTest {
    private static final String LINUX_TELLS = "it has nothing of Windows of its own, and takes long there";

    private static final IntBinaryOperator FIRST = (x, y) -> 0xFF000000 | (x * 7 + y & 0xFF) << 16
            | (x ^ y) << 8 & 0xFF00 | y * 5 + x & 0xFF;
    private static final IntBinaryOperator SECOND = (x, y) -> 0xFF000000 | (x + y * 3 & 0xFF) << 16
            | x * 11 + y << 8 & 0xFF00 | 255 - y & 0xFF;

    @TempDir
    private Path directory;

    @Test
    void framesAreRecordedInTheirOrderAndWhatIsMissedIsCounted() throws Exception {
        try (JavaProcess _ = start(SendInPlace.class, "numbered").expect("Sending");
                JavaProcess recorder = start(RecordPngSequence.class, recorded().toString(), "numbered", "12")) {
            String end = recorder.lineWith("Recorded 12 frames, missed ");
            recorder.expectExit(0);
            List<int[]> frames = frames();
            int[] times = frames.stream().mapToInt(frame -> frame[0] >> 16 & 0xFF).toArray();
            for (int i = 0; i < 12; i++) {
                int time = times[i];
                expectEqual(frames.get(i), painted(640, 360, (x, y) -> 0xFF000000 | (x + time & 0xFF) << 16
                        | (x ^ y) << 8 & 0xFF00 | y - time & 0xFF));
            }
            int steps = IntStream.range(1, 12).map(i -> times[i] - times[i - 1] & 0xFF)
                    .peek(step -> assertThat(step).isPositive()).sum();
            assertThat(end).endsWith("missed " + (steps - 11));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a test cannot press another program's Ctrl-C on Windows")
    void onCtrlCAllThatWasReceivedIsWritten() throws Exception {
        try (JavaProcess _ = start(SendInPlace.class, "endless").expect("Sending");
                JavaProcess recorder = start(RecordPngSequence.class, recorded().toString(), "endless")
                        .expect("Recording to ")) {
            while (!Files.exists(file(3))) {
                Thread.sleep(10);
            }
            recorder.interrupt();
            assertThat(recorder.rest()).hasSize(1).first().asString()
                    .startsWith("Recorded " + frames().size() + " frames, missed ");
            recorder.expectExit(130);
        }
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws Exception {
        Files.createDirectories(recorded().resolve("000002.png").resolve("in the way"));
        try (JavaProcess _ = start(SendInPlace.class, "unwritten").expect("Sending");
                JavaProcess recorder = start(RecordPngSequence.class, recorded().toString(), "unwritten")
                        .expect("Recording to ")) {
            assertThat(recorder.rest()).hasSize(1).first().asString()
                    .startsWith("cannot write to " + recorded() + ": ");
            recorder.expectExit(1);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = LINUX_TELLS)
    void picturesFadeIntoEachOtherAndWhatIsNoneIsPassedOver() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("pictures"));
        Files.writeString(folder.resolve("0.png"), "not a picture");
        int[] black = painted(1280, 720, (_, _) -> 0xFF000000);
        int[] whole = write(folder.resolve("1.png"), 1280, 720, FIRST);
        write(folder.resolve("2.png"), 640, 720, SECOND);
        int[] narrow = painted(1280, 720,
                (x, y) -> x < 320 || x >= 960 ? 0xFF000000 : SECOND.applyAsInt(x - 320, y));
        try (JavaProcess slides = start(Slideshow.class, folder.toString(), "0.2", "10").expect("Sending");
                JavaProcess recorder = start(RecordPngSequence.class, recorded().toString(), "Slideshow", "15")
                        .expect("Recorded 15 frames")) {
            recorder.expectExit(0);
            slides.expect("Passed over " + folder.resolve("0.png") + ": ");
        }
        // Ten steps from each to the next, the first of which stands for a while.
        List<int[]> order = List.of(black, whole, narrow, whole, narrow, whole, narrow, whole);
        List<Integer> steps = new ArrayList<>(List.of(0));
        for (int[] frame : frames()) {
            steps.add(IntStream.range(steps.getLast(), 70)
                    .filter(step -> Arrays.equals(frame,
                            faded(order.get(step / 10), order.get(step / 10 + 1), step % 10)))
                    .findFirst().orElseThrow(() -> new AssertionError("no such step comes after " + steps)));
        }
        assertThat(steps).anyMatch(step -> step % 10 > 0).last().asInstanceOf(InstanceOfAssertFactories.INTEGER)
                .isGreaterThanOrEqualTo(10);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = LINUX_TELLS)
    void whatIsGreenShowsTheBackgroundWhicheverSizesTheyHave() throws Exception {
        int[] front = write(directory.resolve("front.png"), 64, 36,
                (x, y) -> 0xFF000000 | x * 4 << 16 | 255 << 8 | y * 7);
        Path small = directory.resolve("small.png");
        Path large = directory.resolve("large.png");
        int[] onSmall = keyed(front, write(small, 61, 37, FIRST), 61, 37);
        int[] onLarge = keyed(front, write(large, 200, 100, SECOND), 200, 100);
        try (JavaProcess _ = start(SendImage.class, directory.resolve("front.png").toString()).expect("Sending");
                JavaProcess _ = start(AlternatingProgram.class, "back", small.toString(), large.toString())
                        .expect("Sending");
                JavaProcess _ = start(ChromaKey.class, "front.png", "back", "keyed").expect("Sending \"keyed\"");
                JavaProcess recorder = start(RecordPngSequence.class, recorded().toString(), "keyed", "60")) {
            recorder.expectExit(0);
        }
        List<int[]> frames = frames();
        frames.forEach(frame -> expectEqual(frame, frame.length == onSmall.length ? onSmall : onLarge));
        assertThat(frames).extracting(frame -> frame.length).contains(onSmall.length, onLarge.length);
    }

    private JavaProcess start(Class<?> example, String... arguments) throws IOException {
        return JavaProcess.start(Path.of("").toAbsolutePath(), directory, example.getName(), arguments);
    }

    private Path recorded() {
        return directory.resolve("recorded");
    }

    private Path file(int number) {
        return recorded().resolve("%06d.png".formatted(number));
    }

    /** All that is recorded. */
    private List<int[]> frames() throws IOException {
        List<int[]> frames = new ArrayList<>();
        for (Path file = file(1); Files.exists(file); file = file(frames.size() + 1)) {
            frames.add(pixels(file));
        }
        return frames;
    }

    private static int[] pixels(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int[] painted(int width, int height, IntBinaryOperator pixel) {
        return IntStream.range(0, width * height).map(i -> pixel.applyAsInt(i % width, i / width)).toArray();
    }

    private static int[] write(Path file, int width, int height, IntBinaryOperator pixel) throws IOException {
        int[] pixels = painted(width, height, pixel);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(picture, "png", file.toFile());
        return pixels;
    }

    private static void expectEqual(int[] actual, int[] expected) {
        assertThat(Arrays.mismatch(actual, expected)).as("the first wrong pixel").isEqualTo(-1);
    }

    /** One of ten steps from a picture to another. */
    private static int[] faded(int[] from, int[] to, int step) {
        int part = 256 * step / 10;
        return each(from, to, (a, b) -> a * (256 - part) + b * part >> 8);
    }

    /** The front, stretched, before the back: where it is greener by 128 nothing of it, up to 32 all of it. */
    private static int[] keyed(int[] front, int[] back, int width, int height) {
        int[] opacity = new int[back.length];
        int[] stretched = painted(width, height, (x, y) -> {
            int pixel = front[y * 36 / height * 64 + x * 64 / width];
            int other = Math.max(pixel >> 16 & 0xFF, pixel & 0xFF);
            int green = pixel >> 8 & 0xFF;
            opacity[y * width + x] = Math.clamp((128 - (green - other)) * 255 / 96, 0, 255);
            return opacity[y * width + x] == 255 ? pixel : pixel & 0xFF00FF | Math.min(green, other) << 8;
        });
        return painted(width, height, (x, y) -> {
            int i = y * width + x;
            return each(new int[]{stretched[i]}, new int[]{back[i]},
                    (a, b) -> Math.round((a * opacity[i] + b * (255 - opacity[i])) / 255f))[0];
        });
    }

    private static int[] each(int[] from, int[] to, IntBinaryOperator component) {
        return IntStream.range(0, from.length).map(i -> 0xFF000000
                | component.applyAsInt(from[i] >> 16 & 0xFF, to[i] >> 16 & 0xFF) << 16
                | component.applyAsInt(from[i] >> 8 & 0xFF, to[i] >> 8 & 0xFF) << 8
                | component.applyAsInt(from[i] & 0xFF, to[i] & 0xFF)).toArray();
    }
}
