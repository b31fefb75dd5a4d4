package io.github.spout4j.cli.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.cli.UniqueName;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Screens and screenshots of {@code spout preview}, pixel by pixel. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PreviewTest {
    private static final int SQUARE = 8;

    @TempDir
    private Path folder;
    private Path work;

    @BeforeEach
    void makeFolder() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aScreenshotShowsEveryPixelWhateverTheScreensScale(int scale) throws IOException {
        try (Screen screen = Screen.open(folder);
                Spout spout = Spout.open();
                SpoutSender sender = sender(spout, UniqueName.of("shot"), screen, PixelFormat.BGRA8)) {
            BufferedImage picture = Shown.picture(screen.width(), screen.height(), scale);
            sender.send(picture);
            assertSame(screenshot(screen, sender, Map.of("sun.java2d.uiScale", Integer.toString(scale))),
                    Shown.over(picture, SQUARE * scale));
        }
    }

    @ParameterizedTest
    @EnabledOnOs(value = OS.LINUX, disabledReason = "memory share on Windows carries RGBA8 alone")
    @EnumSource(names = {"RGB10A2", "RGBA16F", "RGBA32F", "R16"})
    void formatsOfMoreBitsAreShownToo(PixelFormat format) throws IOException {
        try (Screen screen = Screen.open(folder);
                Spout spout = Spout.open();
                SpoutSender sender = sender(spout, UniqueName.of("wide"), screen, format)) {
            BufferedImage gray = Shown.screen(Shown.picture(screen.width(), screen.height(), 7),
                    (x, y) -> (x * 3 + y * 5 & 0xFF) * 0x010101);
            sender.send(gray);
            assertSame(screenshot(screen, sender, Map.of()), gray);
        }
    }

    @Test
    void theKeysDoWhatTheySay() throws IOException {
        String base = UniqueName.of("keys");
        try (Screen screen = Screen.open(folder);
                Spout spout = Spout.open();
                SpoutSender sender = sender(spout, base + " a", screen, PixelFormat.BGRA8);
                SpoutSender next = sender(spout, base + " b", screen, PixelFormat.BGRA8)) {
            int width = screen.width();
            int height = screen.height();
            BufferedImage picture = Shown.picture(width, height, 1);
            BufferedImage normal = Shown.over(picture, SQUARE);
            sender.send(picture);
            try (SpoutProcess _ = SpoutProcess.start(work, Map.of(), screen.environment(),
                    List.of("preview", sender.name(), "--full-screen"))) {
                screen.expect(normal);
                screen.click();
                screen.press("V");
                screen.expect(Shown.screen(picture,
                        (x, y) -> Shown.over(picture.getRGB(x, height - 1 - y), x, y, SQUARE)));
                screen.press("V");
                screen.expect(normal);
                screen.press("C");
                screen.expect(Shown.screen(picture, (x, y) -> (picture.getRGB(x, y) >>> 24) * 0x010101));
                screen.press("C");
                screen.expect(Shown.screen(picture, picture::getRGB));
                screen.press("C");
                screen.press("P");
                screen.expect(Shown.screen(picture,
                        (x, y) -> Shown.premultipliedOver(picture.getRGB(x, y), x, y, SQUARE)));
                screen.press("P");
                screen.press("ADD");
                screen.expect(Shown.screen(picture, (x, y) -> Shown
                        .over(picture.getRGB((x + width / 2) / 2, (y + height / 2) / 2), x, y, SQUARE)));
                screen.press("F");
                screen.expect(normal);

                screen.press("SPACE");
                BufferedImage second = Shown.picture(width, height, 2);
                sender.send(second);
                screen.press("V");
                screen.press("V");
                screen.expect(normal);
                screen.press("SPACE");
                screen.expect(Shown.over(second, SQUARE));

                assertThat(spout.senders().active()).map(active -> active.name()).contains(next.name());
                screen.press("A");
                await(() -> spout.senders().active().filter(active -> active.name().equals(sender.name()))
                        .isPresent());

                BufferedImage other = Shown.picture(width, height, 3);
                next.send(other);
                screen.press("RIGHT");
                screen.expect(Shown.over(other, SQUARE));
                screen.press("LEFT");
                screen.expect(Shown.over(second, SQUARE));
                screen.press("LEFT");
                spout.senders().setActive(next.name());
                screen.expect(Shown.over(other, SQUARE));
                screen.press("RIGHT");
                screen.expect(Shown.over(second, SQUARE));

                screen.press("S");
                await(() -> saved().size() == 1);
                assertSame(read(saved().getFirst()), second);
                assertThat(saved().getFirst().getFileName().toString()).startsWith(sender.name());
            }
        }
    }

    @Test
    void withoutASenderAScreenshotSaysSo() throws IOException {
        try (Screen screen = Screen.open(folder)) {
            Result result = preview(screen, Map.of(), UniqueName.of("nobody"), "--screenshot", "a.png", "--timeout",
                    "0.5");
            assertThat(result.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
            assertThat(result.stderr().lines()).singleElement().asString().contains("there was no frame", "nobody");
            assertThat(work.resolve("a.png")).doesNotExist();
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Windows always has a display")
    void withoutADisplayItSaysSo() throws IOException {
        try (SpoutProcess process = SpoutProcess.start(work, Map.of(), Map.of("DISPLAY", ""),
                List.of("preview"))) {
            Result result = process.end();
            assertThat(result.stderr().lines()).singleElement().asString().contains("no display here");
            assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        }
    }

    private static SpoutSender sender(Spout spout, String name, Screen screen, PixelFormat format) {
        return spout.sender(name).size(screen.width(), screen.height()).format(format).transport(Transport.MEMORY)
                .open();
    }

    private BufferedImage screenshot(Screen screen, SpoutSender sender, Map<String, String> properties)
            throws IOException {
        Result result = preview(screen, properties, sender.name(), "--full-screen", "--screenshot", "shot.png",
                "--after", "0.2", "--timeout", "60");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return read(work.resolve("shot.png"));
    }

    private Result preview(Screen screen, Map<String, String> properties, String... arguments) {
        List<String> command = new ArrayList<>(List.of("preview"));
        command.addAll(List.of(arguments));
        try (SpoutProcess process = SpoutProcess.start(work, properties, screen.environment(), command)) {
            return process.end();
        }
    }

    /** By its bytes: of a file ImageIO does not tell why it cannot be read. */
    private static BufferedImage read(Path file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private List<Path> saved() {
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.toString().endsWith(".png")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 30 s").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static void assertSame(BufferedImage seen, BufferedImage expected) {
        int width = expected.getWidth();
        int height = expected.getHeight();
        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(seen.getHeight()).isEqualTo(height);
        assertThat(seen.getRGB(0, 0, width, height, null, 0, width))
                .isEqualTo(expected.getRGB(0, 0, width, height, null, 0, width));
    }
}
