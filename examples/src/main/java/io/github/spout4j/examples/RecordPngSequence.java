package io.github.spout4j.examples;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;

/**
 * Records a sender to 000001.png, 000002.png, … in a folder; several threads write, and the sender never waits for them. Says
 * how many frames it missed. A file is there only when it is whole. Run: {@code examples/run RecordPngSequence FOLDER [SENDER
 * [FRAMES]]}. Arguments: the folder; the sender, else the active one; how many frames, else all until Ctrl-C.
 */
public final class RecordPngSequence {
    /** How many frames may wait to be written; a receiver hands out 8. */
    private static final int QUEUE = 7;

    private static volatile boolean ending;

    private RecordPngSequence() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length == 0 || args.length > 3 || args.length > 2 && !args[2].matches("[1-9]\\d{0,8}")) {
            System.err.println("usage: RecordPngSequence FOLDER [SENDER [FRAMES]]");
            System.exit(2);
        }
        ImageIO.setUseCache(false); // it would be closed as soon as Java begins to end
        // On Ctrl-C, what was received is written to the end.
        Semaphore ended = new Semaphore(0);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            ending = true;
            ended.acquireUninterruptibly();
        }));
        int status = 0;
        try (Spout spout = Spout.open();
                SpoutReceiver receiver = (args.length > 1 ? spout.receiver(args[1]) : spout.receiver()).open()) {
            int frames = args.length > 2 ? Integer.parseInt(args[2]) : Integer.MAX_VALUE;
            record(receiver, Files.createDirectories(Path.of(args[0])), frames);
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            status = e instanceof SpoutException ? 1 : 2;
        } catch (IOException | ExecutionException e) {
            System.err.println("cannot write to " + args[0] + ": " + (e instanceof IOException ? e : e.getCause()));
            status = 1;
        } finally {
            ended.release();
        }
        System.exit(status);
    }

    private static void record(SpoutReceiver receiver, Path folder, int frames)
            throws InterruptedException, ExecutionException {
        IO.println("Recording to " + folder + "; Ctrl-C ends it.");
        int recorded = 0;
        long missed = 0;
        try (ExecutorService writers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Queue<Future<Path>> writing = new ArrayDeque<>();
            for (long last = 0; recorded < frames && !ending;) {
                // While all are busy nothing is received, which the next frame's number tells.
                if (writing.size() == QUEUE) {
                    writing.remove().get();
                }
                Optional<SpoutFrame> received = receiver.receive(Duration.ofMillis(200));
                if (received.isPresent()) {
                    SpoutFrame frame = received.get();
                    missed += last == 0 ? 0 : Math.max(0, frame.number() - last - 1);
                    last = frame.number();
                    Path file = folder.resolve("%06d.png".formatted(++recorded));
                    writing.add(writers.submit(() -> write(frame, file)));
                }
            }
            for (Future<Path> last : writing) {
                last.get();
            }
        }
        IO.println("Recorded %d frames, missed %d".formatted(recorded, missed));
    }

    private static Path write(SpoutFrame received, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (SpoutFrame frame = received; OutputStream out = Files.newOutputStream(part)) {
            ImageIO.write(frame.toImage(), "png", out);
        }
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
