package io.github.spout4j.examples;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutSender;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Sends the pictures of a folder one after another, each fading into the next, until Ctrl-C. A second thread loads the next
 * picture meanwhile; sending a frame makes no garbage. Run: {@code examples/run Slideshow FOLDER [SECONDS [FPS]]}.
 * Arguments: the folder, how long each picture is shown (5 s if not given), frames a second (60, or 30 for slow machines).
 */
public final class Slideshow {
    private static final int WIDTH = 1280, HEIGHT = 720;
    private static final int WHOLE = 256;

    private Slideshow() {}

    public static void main(String[] args) {
        File[] files = args.length == 0 ? null : new File(args[0]).listFiles(File::isFile);
        boolean numbers = Stream.of(args).skip(1).allMatch(it -> it.matches("(?=.*[1-9])\\d{1,4}(\\.\\d+)?"));
        if (files == null || files.length == 0 || !numbers || args.length > 3) {
            System.err.println("usage: Slideshow FOLDER [SECONDS [FPS]], with pictures in the folder");
            System.exit(2);
        }
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 5;
        try {
            show(new ArrayDeque<>(Stream.of(files).sorted().toList()), seconds,
                    args.length > 2 ? Double.parseDouble(args[2]) : 60);
            System.err.println("none of the pictures can be read");
        } catch (SpoutException e) {
            System.err.println(e.getMessage());
        }
        System.exit(1);
    }

    private static void show(Queue<File> files, double seconds, double fps) {
        int[] shown = new int[WIDTH * HEIGHT], mixed = shown.clone();
        Arrays.fill(shown, 0xFF000000);
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender("Slideshow").size(WIDTH, HEIGHT).format(PixelFormat.BGRA8).open()) {
            IO.println("Sending \"" + sender.name() + "\"; Ctrl-C ends it.");
            while (!files.isEmpty()) {
                File file = files.remove();
                FutureTask<int[]> loading = new FutureTask<>(() -> load(file));
                Thread.ofPlatform().daemon().start(loading);
                for (long frame = 0; frame < seconds * fps || !loading.isDone(); frame++) {
                    sender.send(shown);
                    sender.holdFps(fps);
                }
                if (loading.state() == FutureTask.State.FAILED) {
                    System.err.println("Passed over " + file + ": " + loading.exceptionNow().getMessage());
                    continue;
                }
                for (long frame = 1; frame < fps; frame++) {
                    mix(shown, loading.resultNow(), (int) (WHOLE * frame / fps), mixed);
                    sender.send(mixed);
                    sender.holdFps(fps);
                }
                shown = loading.resultNow();
                files.add(file);
            }
        }
    }

    /** The picture on black, as large as fits. */
    private static int[] load(File file) throws Exception {
        BufferedImage picture = ImageIO.read(file);
        if (picture == null) {
            throw new IllegalArgumentException("it is not a picture that Java can read");
        }
        BufferedImage fitted = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        double scale = Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight());
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        Graphics2D graphics = fitted.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height, null);
        return fitted.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    }

    /** Red with blue, and green, each in one multiplication; whole pixels at a time, which Java vectorises. */
    private static void mix(int[] from, int[] to, int part, int[] target) {
        for (int i = 0; i < target.length; i++) {
            int redBlue = ((from[i] & 0xFF00FF) * (WHOLE - part) + (to[i] & 0xFF00FF) * part) >>> 8 & 0xFF00FF;
            int green = ((from[i] & 0x00FF00) * (WHOLE - part) + (to[i] & 0x00FF00) * part) >>> 8 & 0x00FF00;
            target[i] = 0xFF000000 | redBlue | green;
        }
    }
}
