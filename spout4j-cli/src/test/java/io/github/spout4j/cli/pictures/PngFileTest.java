package io.github.spout4j.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.spout4j.cli.CommandException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PngFileTest {
    @TempDir
    private Path folder;

    @Test
    void replacesTheFileThatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "of old");
        BufferedImage image = Pictures.noise(20, 10, BufferedImage.TYPE_INT_ARGB);
        PngFile.write(image, file);
        assertThat(Pictures.pixels(ImageIO.read(file.toFile()))).isEqualTo(Pictures.pixels(image));
        assertThat(folder.toFile().list()).containsExactly("a.png");
    }

    /** What is written before the file is whole goes to a device that is always full. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsThatTheDiskIsFull() throws IOException {
        Path half = folder.resolve(".spout-" + ProcessHandle.current().pid() + ".tmp");
        Files.createSymbolicLink(half, Path.of("/dev/full"));
        BufferedImage image = Pictures.noise(200, 100, BufferedImage.TYPE_INT_ARGB);
        CommandException refused = catchThrowableOfType(CommandException.class,
                () -> PngFile.write(image, folder.resolve("a.png")));
        assertThat(refused).hasMessageContaining("a.png\" cannot be written: No space left on device");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }
}
