package io.github.spout4j.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.cli.UniqueName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifSourceTest {
    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;

    @TempDir
    private Path folder;

    @Test
    void drawsEachPatchOverThePictureBefore() throws IOException {
        Path file = folder.resolve("a.gif");
        GifFiles.write(file, 4, 2, List.of(new GifFiles.Patch(0, 0, 4, 2, RED, "none", 10),
                new GifFiles.Patch(1, 1, 2, 1, BLUE, "doNotDispose", 25)));
        List<Picture> pictures = pictures(file);
        assertThat(pictures).hasSize(2);
        assertThat(pixels(pictures.get(0))).containsOnly(RED);
        assertThat(pixels(pictures.get(1))).containsExactly(RED, RED, RED, RED, RED, BLUE, BLUE, RED);
        assertThat(pictures).extracting(Picture::fps).containsExactly(10.0, 4.0);
    }

    @Test
    void disposesAsTheFileSays() throws IOException {
        Path file = folder.resolve("b.gif");
        GifFiles.write(file, 2, 1, List.of(new GifFiles.Patch(0, 0, 2, 1, RED, "none", 0),
                new GifFiles.Patch(0, 0, 1, 1, BLUE, "restoreToPrevious", 2),
                new GifFiles.Patch(1, 0, 1, 1, BLUE, "restoreToBackgroundColor", 2),
                new GifFiles.Patch(0, 0, 1, 1, BLUE, "none", 2)));
        List<Picture> pictures = pictures(file);
        assertThat(pictures.stream().map(GifSourceTest::pixels)).containsExactly(new int[]{RED, RED},
                new int[]{BLUE, RED}, new int[]{RED, BLUE}, new int[]{BLUE, 0});
        assertThat(pictures).extracting(Picture::fps).containsExactly(10.0, 50.0, 50.0, 50.0);
    }

    @Test
    void delaysOf0And1AreThoseOfBrowsers() throws IOException {
        assertThat(pictures(delays(0, 1, 2, 3, 200))).extracting(Picture::fps).containsExactly(10.0, 10.0, 50.0,
                100 / 3.0, 0.5);
    }

    @Test
    void isSentWithItsOwnDelays() throws IOException {
        Path file = delays(30, 0, 1, 2);
        Result result = SpoutProcess.run(folder, "send", file.toString(), "--name", UniqueName.of("gif"));
        assertThat(result.stdout()).as(result.stderr()).containsPattern("sent 4 frames, [0-9.]+ fps");
        double fps = Double.parseDouble(result.stdout().replaceAll("(?s).*frames, ([0-9.]+) fps.*", "$1"));
        assertThat(fps).isPositive().isLessThan(4 / 0.52 + 0.1); // the whole takes 0.52 s, or longer on a busy machine
    }

    @Test
    void forgetsPicturesThatDoNotFitInMemoryAndReadsThemAgain() throws IOException {
        Path file = folder.resolve("c.gif");
        GifFiles.write(file, 2, 2, List.of(new GifFiles.Patch(0, 0, 2, 2, RED, "none", 2),
                new GifFiles.Patch(0, 0, 2, 2, BLUE, "none", 2)));
        for (long budget : new long[]{0, 20, 1000}) {
            PictureSequence sequence = new PictureSequence(List.of(PictureFile.of(file.toString(), Depth.EIGHT)),
                    budget);
            List<Integer> seen = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                assertThat(sequence.play(picture -> seen.add(picture.image().getRGB(0, 0)))).isTrue();
            }
            assertThat(seen).containsExactly(RED, BLUE, RED, BLUE, RED, BLUE);
        }
    }

    /** A GIF of as many pictures, each with its delay in hundredths of a second. */
    private Path delays(int... hundredths) throws IOException {
        Path file = folder.resolve("delays.gif");
        GifFiles.write(file, 2, 2, Arrays.stream(hundredths)
                .mapToObj(delay -> new GifFiles.Patch(0, 0, 2, 2, RED, "none", delay)).toList());
        return file;
    }

    private static List<Picture> pictures(Path file) {
        List<Picture> pictures = new ArrayList<>();
        PictureFile.of(file.toString(), Depth.EIGHT).play(pictures::add);
        return pictures;
    }

    private static int[] pixels(Picture picture) {
        int width = picture.image().getWidth();
        return picture.image().getRGB(0, 0, width, picture.image().getHeight(), null, 0, width);
    }
}
