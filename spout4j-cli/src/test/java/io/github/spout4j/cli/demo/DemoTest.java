package io.github.spout4j.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void everyPixelArrives() throws IOException {
        Result result = SpoutProcess.run(folder, "demo", "--frames", "30", "--size", "319x181", "--out", "last.png",
                "--transport", "memory");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.stdout()).startsWith("through  memory share").contains("frames   30 sent", "fps at 319x181",
                "latency  median", ", 0 wrong",
                "picture  last.png");
        BufferedImage last = ImageIO.read(folder.resolve("last.png").toFile());
        assertThat(last.getWidth()).isEqualTo(319);
        assertThat(last.getRGB(0, 0, 319, 181, null, 0, 319))
                .isEqualTo(new TestCard(new FrameSize(319, 181)).frame(30));
    }

    @Test
    void oneWrongPixelFails() {
        Result result = SpoutProcess.run(folder, "demo", "--frames", "10", "--fps", "20", "--spoil", "1");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).containsPattern(", (\\d+) wrong in \\1 frames");
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void sendsAPictureInstead() throws IOException {
        BufferedImage image = new BufferedImage(33, 17, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 33, 17, new Random(3).ints(33 * 17).toArray(), 0, 33);
        ImageIO.write(image, "png", folder.resolve("in ü.png").toFile());
        Result result = SpoutProcess.run(folder, "demo", "--frames", "5", "--image", "in ü.png");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).contains("fps at 33x17", ", 0 wrong");
        assertThat(result.exitCode()).isZero();
        BufferedImage copy = ImageIO.read(folder.resolve("spout-demo.png").toFile());
        assertThat(copy.getRGB(0, 0, 33, 17, null, 0, 33)).isEqualTo(image.getRGB(0, 0, 33, 17, null, 0, 33));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "on Wine a killed process is not seen to end by its children")
    void itsProcessesEndWhenItIsKilled() {
        try (SpoutProcess demo = SpoutProcess.start(folder, "demo", "--frames", "100000")) {
            List<ProcessHandle> children = List.of();
            while (children.size() < 2 && demo.process().isAlive()) {
                children = demo.process().children().toList();
                Thread.onSpinWait();
            }
            assertThat(children).hasSize(2);
            demo.process().destroyForcibly();
            CompletableFuture.allOf(children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                    .orTimeout(60, TimeUnit.SECONDS).join();
        }
    }
}
