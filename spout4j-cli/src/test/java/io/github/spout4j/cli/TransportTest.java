package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.SpoutProcess.Result;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --transport} and {@code --mode}, by process. */
class TransportTest {
    private static final boolean TEXTURES = texturesWork();

    @TempDir
    private Path folder;

    private static boolean texturesWork() {
        try (Spout spout = Spout.open();
                SpoutSender _ = spout.sender(UniqueName.of("probe")).size(8, 8).transport(Transport.TEXTURE).open()) {
            return true;
        } catch (SpoutException _) {
            return false;
        }
    }

    @BeforeEach
    void writePicture() throws IOException {
        BufferedImage image = new BufferedImage(63, 41, BufferedImage.TYPE_INT_RGB);
        image.setRGB(7, 5, 0x123456);
        ImageIO.write(image, "png", folder.resolve("in.png").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lowest-latency", "pipelined"})
    void memoryIsTakenWhereBothInsistOnIt(String mode) throws IOException {
        arrives("memory", "memory share", mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lowest-latency", "pipelined"})
    void textureIsTakenWhereBothInsistOnIt(String mode) throws IOException {
        assumeTrue(TEXTURES, "textures cannot be shared on this system");
        arrives("texture", "texture on ", mode);
    }

    private void arrives(String transport, String told, String mode) throws IOException {
        String name = UniqueName.of("way");
        try (SpoutProcess sender = SpoutProcess.start(folder, "send", "in.png", "--name", name, "--transport",
                transport)) {
            assertThat(sender.expectLine("sending as")).contains("63x41 BGRA8, " + told);
            Result result = SpoutProcess.run(folder, "receive", name, "--transport", transport, "--mode", mode, "--out",
                    "out.png");
            assertThat(result.stderr()).isEmpty();
            assertThat(result.exitCode()).isZero();
        }
        BufferedImage received = ImageIO.read(folder.resolve("out.png").toFile());
        assertThat(received.getRGB(7, 5)).isEqualTo(0xFF123456);
        assertThat(received.getRGB(6, 5)).isEqualTo(0xFF000000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"send in.png", "demo", "bench"})
    void textureIsRefusedInOneLineWhereItDoesNotWork(String command) {
        assumeFalse(TEXTURES, "textures can be shared on this system");
        Result result = SpoutProcess.run(folder, (command + " --transport texture").split(" "));
        assertThat(result.stderr().lines()).hasSize(1).first().asString().containsPattern(
                "on Windows alone|cannot share a texture here: .+");
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.bytes()).isEmpty();
    }

    @Test
    void memoryTooIsASecondSenderBesideATexture() {
        assumeTrue(TEXTURES, "textures cannot be shared on this system");
        String name = UniqueName.of("both");
        try (SpoutProcess sender = SpoutProcess.start(folder, "send", "in.png", "--name", name, "--memory-too")) {
            assertThat(sender.expectLine("by memory share too")).contains("\"" + name + "_memory\"");
            assertThat(
                    SpoutProcess.run(folder, "receive", name + "_memory", "--transport", "memory", "--out", "out.png")
                            .exitCode())
                    .isZero();
        }
    }

    @Test
    void memoryTooAddsNothingToMemoryShare() {
        String name = UniqueName.of("memory");
        try (SpoutProcess sender = SpoutProcess.start(folder, "send", "in.png", "--name", name, "--transport", "memory",
                "--memory-too"); Spout spout = Spout.open()) {
            sender.expectLine("sending as");
            assertThat(spout.senders().find(name)).isPresent();
            assertThat(spout.senders().find(name + "_memory")).isEmpty();
        }
    }

    @Test
    void aReceiverOfTexturesRefusesMemoryShare() {
        String name = UniqueName.of("memory");
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender(name).size(8, 8).transport(Transport.MEMORY).open()) {
            sender.send(new int[64]);
            Result result = SpoutProcess.run(folder, "receive", name, "--transport", "texture", "--out", "out.png");
            assertThat(result.stderr().lines()).hasSize(1).first().asString().containsPattern(
                    "on Windows alone|offers memory share, and this receiver insists on a shared texture");
            assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        }
    }
}
