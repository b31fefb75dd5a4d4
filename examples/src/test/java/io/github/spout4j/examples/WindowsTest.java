package io.github.spout4j.examples;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The windows of the examples show what is sent: every pixel of the screen, fitted, and followed from sender to sender. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the test's screen is an Xvfb")
class WindowsTest {
    private static final List<String> SHOWN = List.of("-Djava.awt.headless=false");

    @TempDir
    private Path directory;

    @Test
    void swing() throws Exception {
        followsSenders(ReceiveInSwing.class, 1);
    }

    @Test
    void swingOnAScreenOfSmallPixels() throws Exception {
        followsSenders(ReceiveInSwing.class, 2, "-Dsun.java2d.uiScale=2");
    }

    @Test
    void lwjgl() throws Exception {
        followsSenders(ReceiveInLwjgl.class, 1);
    }

    @Test
    void javaFx() throws Exception {
        NativeLibraries.assumeJavaFx();
        followsSenders(ReceiveInJavaFx.class, 1, "-Dprism.order=sw");
    }

    private void followsSenders(Class<?> example, int scale, String... options) throws Exception {
        int width = 960 * scale;
        int height = 540 * scale;
        try (Display display = Display.open(width, height);
                JavaProcess _ = JavaProcess.start(folder(), directory,
                        Stream.concat(SHOWN.stream(), Stream.of(options)).toList(), display.environment(),
                        example.getName())) {
            try (JavaProcess _ = send("narrow.png", picture(width / 2, height))) {
                expectScreen(display, onBlack(picture(width / 2, height), width));
                try (JavaProcess _ = send("whole.png", picture(width, height))) {
                    expectScreen(display, onBlack(picture(width, height), width));
                }
            }
        }
    }

    private JavaProcess send(String name, BufferedImage picture) throws IOException {
        return JavaProcess.start(folder(), directory, SendImage.class.getName(), write(name, picture))
                .expect("Sending");
    }

    private void expectScreen(Display display, BufferedImage expected) throws IOException {
        try (JavaProcess screen = JavaProcess.start(folder(), directory, SHOWN, display.environment(),
                ScreenProgram.class.getName(), write("expected.png", expected),
                Path.of("target", "screen.png").toString())) {
            screen.expect("shown");
        }
    }

    private String write(String name, BufferedImage picture) throws IOException {
        File file = directory.resolve(name).toFile();
        ImageIO.write(picture, "png", file);
        return file.getPath();
    }

    /** Every pixel unlike its neighbours; the lower half is half transparent. */
    private static BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int alpha = y < height / 2 ? 255 : 128;
                picture.setRGB(x, y,
                        alpha << 24 | (x * 7 + y * 3 & 0xFF) << 16 | (x ^ y) << 8 & 0xFF00 | y * 5 + x & 0xFF);
            }
        }
        return picture;
    }

    /** What a window as wide as that shows of a picture as high as itself. */
    private static BufferedImage onBlack(BufferedImage picture, int width) {
        BufferedImage window = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        int left = (width - picture.getWidth()) / 2;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                Color color = new Color(picture.getRGB(x, y), true);
                float alpha = color.getAlpha() / 255f;
                window.setRGB(left + x, y, Math.round(color.getRed() * alpha) << 16
                        | Math.round(color.getGreen() * alpha) << 8 | Math.round(color.getBlue() * alpha));
            }
        }
        return window;
    }

    private static Path folder() {
        return Path.of("").toAbsolutePath();
    }
}
