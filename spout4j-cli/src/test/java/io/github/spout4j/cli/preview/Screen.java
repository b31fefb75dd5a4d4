package io.github.spout4j.cli.preview;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.cli.SpoutProcess;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** A screen without a window manager, with keys and a mouse: an Xvfb of its own, or on Windows the one that Wine has. */
final class Screen implements AutoCloseable {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Process server;
    private final Process robot;
    private final BufferedReader answers;
    private final PrintWriter orders;
    private final Map<String, String> environment;
    private final Path folder;
    private final int width;
    private final int height;
    private int pictures;

    /** @param folder for the pictures that are to be seen */
    private Screen(Process server, Map<String, String> environment, Path folder) throws IOException {
        this.server = server;
        this.environment = environment;
        this.folder = folder;
        ProcessBuilder builder = new ProcessBuilder(SpoutProcess.javaCommand(), "-cp", SpoutProcess.classPath(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-PrintWarnings", ScreenRobot.class.getName());
        builder.environment().putAll(environment);
        robot = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        answers = robot.inputReader(StandardCharsets.UTF_8);
        orders = new PrintWriter(robot.outputWriter(StandardCharsets.UTF_8), true);
        String[] size = answers.readLine().split(" ");
        width = Integer.parseInt(size[0]);
        height = Integer.parseInt(size[1]);
    }

    /** Without one, the test is skipped. */
    static Screen open(Path folder) throws IOException {
        if (WINDOWS) {
            return new Screen(null, Map.of(), folder);
        }
        assumeTrue(Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "Xvfb"))), "there is no Xvfb to show a window on");
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten",
                "tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new Screen(server, Map.of("DISPLAY", ":" + server.inputReader().readLine()), folder);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** What programs need to be seen there. */
    Map<String, String> environment() {
        return environment;
    }

    /** Waits until every pixel of it is that of the picture, whatever is where the picture's alpha is 0. */
    void expect(BufferedImage picture) throws IOException {
        File file = folder.resolve("screen-" + ++pictures + ".png").toFile();
        ImageIO.write(picture, "png", file);
        order("expect " + file.getAbsolutePath());
    }

    /** Presses a key of {@link java.awt.event.KeyEvent}, without its VK_. */
    void press(String key) throws IOException {
        order("press " + key);
    }

    /** Clicks in the middle, so that whatever is there has the keys. */
    void click() throws IOException {
        order("click");
    }

    private void order(String order) throws IOException {
        orders.println(order);
        String answer = answers.readLine();
        if (!"done".equals(answer)) {
            throw new AssertionError(order + ": " + answer);
        }
    }

    @Override
    public void close() {
        for (Process process : server == null ? List.of(robot) : List.of(robot, server)) {
            process.destroy();
            try {
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
