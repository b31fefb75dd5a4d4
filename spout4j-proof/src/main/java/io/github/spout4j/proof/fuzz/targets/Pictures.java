package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.pictures.Depth;
import io.github.spout4j.cli.pictures.Picture;
import io.github.spout4j.cli.pictures.PictureFile;
import io.github.spout4j.cli.pictures.PictureSequence;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/** A picture's file, as {@code spout send} reads it. */
final class Pictures {
    /** Larger ones take their time, and no other way through our code. */
    private static final long MOST_PIXELS = 1 << 16;
    private static final int MOST_PICTURES = 8;
    private static final double FASTEST = 1000 / 11.0;
    private static final double SLOWEST = 1000 / (65535 * 1000.0);
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private final WorkFile file;

    Pictures(String ending) {
        file = new WorkFile("fuzz." + ending);
    }

    /** Reads its header and, where it is small, its first pictures. */
    void read(byte[] data) {
        file.write(data);
        PrintStream errors = System.err;
        System.setErr(NOWHERE); // for remarks
        try {
            for (Depth depth : Depth.values()) {
                read(PictureFile.of(file.path().toString(), depth));
            }
        } catch (CommandException e) {
            Must.hold(e.exitCode() == ExitCode.BAD_INPUT, "a file that is no picture is bad input");
            Must.hold(e.getMessage().contains(file.path().toString()), "it is told which file is none");
        } finally {
            System.setErr(errors);
        }
    }

    private static void read(PictureFile picture) {
        Must.hold(picture.size().fits(), "a picture has a size that Spout can send");
        if ((long) picture.size().width() * picture.size().height() <= MOST_PIXELS) {
            play(picture);
        }
    }

    private static void play(PictureFile file) {
        PictureSequence sequence = new PictureSequence(List.of(file));
        sequence.check();
        int[] shown = {0};
        sequence.play(picture -> {
            check(picture, file);
            shown[0]++;
            return shown[0] < MOST_PICTURES;
        });
        Must.hold(shown[0] >= 1, "there is a picture");
        Must.hold(!sequence.still() || shown[0] == 1, "a picture that does not move is one");
    }

    private static void check(Picture picture, PictureFile file) {
        BufferedImage image = picture.image();
        Must.hold(image.getWidth() == file.size().width() && image.getHeight() == file.size().height(),
                "each picture is as large as the file says");
        Must.hold(picture.fps() == 0 || picture.fps() >= SLOWEST && picture.fps() <= FASTEST,
                "a picture is shown for 11 ms at least");
    }
}
