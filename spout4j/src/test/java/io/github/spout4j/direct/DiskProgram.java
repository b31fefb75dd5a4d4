package io.github.spout4j.direct;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Opens senders in a directory that has no room for them, and says what it is told. */
final class DiskProgram {
    private DiskProgram() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        System.setProperty("spout.directory", directory.toString());
        try (Spout spout = Spout.open()) {
            Path filler = directory.resolve("filler");
            if (Files.isWritable(directory)) {
                fill(filler);
            }
            System.out.println("opening: " + told(() -> spout.sender("Small").size(16, 16).open()));
            System.out.println("left: " + files(directory));
            if (Files.deleteIfExists(filler)) {
                try (SpoutSender sender = spout.sender("Large").size(2048, 2048).open()) {
                    byte[] pixels = new byte[2048 * 2048 * 4];
                    System.out.println("sending: " + told(() -> sender.send(MemorySegment.ofArray(pixels))));
                }
                keepTooMuch(spout);
            }
        }
        System.out.println("left: " + files(directory));
    }

    /** Receivers keep frames until there is room for no more: frames are dropped until they give some back. */
    private static void keepTooMuch(Spout spout) {
        byte[] pixels = new byte[128 * 128 * 4];
        List<SpoutFrame> kept = new ArrayList<>();
        try (SpoutSender sender = spout.sender("Kept").size(128, 128).open()) {
            List<SpoutReceiver> receivers = List.of(spout.receiver("Kept").open(), spout.receiver("Kept").open());
            boolean sent = true;
            for (int frame = 0; sent && frame < 8; frame++) {
                for (SpoutReceiver receiver : receivers) {
                    sent &= sender.send(pixels);
                    receiver.receive(Duration.ZERO).ifPresent(kept::add);
                }
            }
            System.out.println("keeping: " + sent + ", " + sender.send(pixels));
            kept.forEach(SpoutFrame::close);
            System.out.println("given back: " + sender.send(pixels) + ", " + sender.send(pixels));
        }
    }

    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (;;) {
                out.write(new byte[4096]);
            }
        } catch (IOException _) {
            // full
        }
    }

    private static String told(Runnable action) {
        try {
            action.run();
            return "nothing";
        } catch (SpoutException e) {
            return e.getMessage();
        }
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
