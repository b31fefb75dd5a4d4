package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every example does what it says, in processes of their own. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExamplesTest {
    @TempDir
    private Path directory;

    @Test
    void aPictureArrivesAsItIs() throws Exception {
        BufferedImage picture = new BufferedImage(61, 37, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 61; x++) {
            picture.setRGB(x, x % 37, 0xFF000000 | x * 0x030507);
        }
        File file = directory.resolve("picture.png").toFile();
        ImageIO.write(picture, "png", file);
        try (JavaProcess _ = start(SendImage.class, file.getPath()).expect("Sending \"picture.png\"")) {
            BufferedImage received = receive("picture.png");
            for (int x = 0; x < 61; x++) {
                assertThat(received.getRGB(x, x % 37)).isEqualTo(picture.getRGB(x, x % 37));
            }
        }
    }

    @Test
    void theRelayTurnsTheAnimationUpsideDown() throws Exception {
        try (JavaProcess _ = start(SendAnimation.class, "animation").expect("Sending \"animation\"");
                JavaProcess _ = start(Relay.class).expect("as \"animation flipped\"")) {
            BufferedImage received = receive("animation flipped");
            assertThat(received.getWidth()).isEqualTo(1280);
            assertThat(received.getRGB(0, 0)).isEqualTo(0xFF404040);
        }
    }

    @Test
    void pixelsWrittenInPlaceArrive() throws Exception {
        try (JavaProcess _ = start(SendInPlace.class, "in place").expect("Sending \"in place\"")) {
            BufferedImage received = receive("in place");
            assertThat(received.getRGB(7, 2) >> 8 & 0xFF).isEqualTo(7 ^ 2);
            int time = (received.getRGB(0, 0) >> 16) & 0xFF;
            assertThat(received.getRGB(7, 2) >> 16 & 0xFF).isEqualTo(7 + time & 0xFF);
            assertThat(received.getRGB(7, 2) & 0xFF).isEqualTo(2 - time & 0xFF);
        }
    }

    @Test
    void aTextureIsSentOnWithoutAWayThroughTheCpu() throws Exception {
        assumeTrue(texturesWork(), "textures cannot be shared on this system");
        try (JavaProcess _ = start(SendTexture.class, "texture").expect("Sending \"texture\" on ");
                JavaProcess _ = start(RelayTexture.class, "texture", "again").expect("on as \"again\"")) {
            BufferedImage received = receive("again");
            int time = (received.getRGB(0, 0) >> 16) & 0xFF;
            assertThat(received.getRGB(7, 2)).isEqualTo(0xFF000000 | (7 + time & 0xFF) << 16 | (7 ^ 2) << 8
                    | (2 - time & 0xFF));
        }
    }

    @Test
    void whereTexturesCannotBeSharedItIsSaidWhy() throws Exception {
        assumeFalse(texturesWork(), "textures can be shared on this system");
        try (JavaProcess sender = start(SendTexture.class, "texture").expect("cannot share a texture here: ")) {
            sender.expectExit(1);
        }
        try (JavaProcess _ = start(SendInPlace.class, "memory").expect("Sending");
                JavaProcess relay = start(RelayTexture.class, "memory", "again").expect("memory share")) {
            relay.expectExit(1);
        }
    }

    private static boolean texturesWork() {
        try (Spout spout = Spout.open();
                SpoutSender _ = spout.sender("probe " + ProcessHandle.current().pid()).size(8, 8)
                        .transport(Transport.TEXTURE).open()) {
            return true;
        } catch (SpoutException _) {
            return false;
        }
    }

    @Test
    void sendersAreListed() throws Exception {
        try (JavaProcess _ = start(SendInPlace.class, "listed").expect("Sending");
                JavaProcess list = start(ListSenders.class).expect("1 of at most ")
                        .expect("listed, 640 × 360 RGBA8 by ")) {
            list.expectExit(0);
        }
    }

    @Test
    void sendersAreWatchedAsTheyComeAndGo() throws Exception {
        try (JavaProcess watch = start(WatchDirectory.class)) {
            try (JavaProcess _ = start(SendInPlace.class, "coming").expect("Sending")) {
                watch.expect("appeared  coming, 640 × 360 RGBA8 by ").expect("active    coming");
            }
            watch.expect("gone      coming");
        }
    }

    @Test
    void theWindowSaysThatThereIsNoDisplay() throws Exception {
        try (JavaProcess window = start(ReceiveInSwing.class).expect("no window here")) {
            window.expectExit(1);
        }
    }

    @Test
    void whatCannotBeIsOneLine() throws Exception {
        String tooLong = "x".repeat(300);
        expectEnd("the sender name \"x", 2, SendInPlace.class, tooLong);
        expectEnd("the sender name \"x", 2, ReceiveToPng.class, "unused.png", tooLong);
        expectEnd("missing.png is not there", 2, SendImage.class, "missing.png");
        try (JavaProcess _ = start(SendInPlace.class, "there").expect("Sending")) {
            expectEnd("cannot write to ", 1, ReceiveToPng.class, directory.toString(), "there");
        }
        expectEnd("cannot write to ", 1, CartoonModel.class, directory.resolve("missing/cartoon.onnx").toString());
    }

    private void expectEnd(String line, int status, Class<?> example, String... arguments) throws Exception {
        try (JavaProcess program = start(example, arguments)) {
            assertThat(program.rest()).singleElement().asString().startsWith(line);
            program.expectExit(status);
        }
    }

    private JavaProcess start(Class<?> example, String... arguments) throws IOException {
        return JavaProcess.start(Path.of("").toAbsolutePath(), directory, example.getName(), arguments);
    }

    private BufferedImage receive(String sender) throws Exception {
        File file = directory.resolve("received.png").toFile();
        try (JavaProcess receiver = start(ReceiveToPng.class, file.getPath(), sender).expect("Saved frame")) {
            receiver.expectExit(0);
        }
        return ImageIO.read(file);
    }
}
