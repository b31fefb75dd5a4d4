package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.FrameSync;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.Settings;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.library.StandIn;
import io.github.spout4j.snippets.BesideFrames;
import io.github.spout4j.snippets.FirstFrame;
import io.github.spout4j.snippets.OfficialLibrary;
import io.github.spout4j.snippets.Receiving;
import io.github.spout4j.snippets.Senders;
import io.github.spout4j.snippets.Sending;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the Javadoc shows does what it says; javadoc itself, in the build, sees that each is found. */
@Timeout(60)
class SnippetsTest {
    private final Spout spout = EngineUnderTest.open();
    private final String name = UniqueName.of("snippet");

    @AfterEach
    void close() {
        spout.close();
    }

    @Test
    void anImageComesBackAsItWasSent() {
        BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 320, 200, Pattern.argb(1, 320, 200), 0, 320);
        assertThat(argb(FirstFrame.overAndBack(image, name))).isEqualTo(Pattern.argb(1, 320, 200));
    }

    @Test
    void anAnimationIsSentFrameByFrame() {
        Sending sending = new Painter(Color.ORANGE);
        Thread sender = Thread.ofPlatform().start(sending::animation);
        List<BufferedImage> shown = new CopyOnWriteArrayList<>();
        Receiving receiving = new Receiving(spout, name) {
            @Override
            protected void show(BufferedImage image) {
                shown.add(image);
                if (shown.size() == 3) {
                    stop();
                }
            }
        };
        receiving.frames();
        sending.stop();
        Threads.join(sender);
        assertThat(shown).hasSize(3).allSatisfy(image -> {
            assertThat(image.getWidth()).isEqualTo(1280);
            assertThat(argb(image)).containsOnly(Color.ORANGE.getRGB());
        });
    }

    @Test
    void premultipliedTitlesArriveAsTheyWereDrawn() {
        Color glass = new Color(0, 255, 0, 51);
        Sending sending = new Painter(glass);
        Thread sender = Thread.ofPlatform().start(sending::titles);
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            ByteBuffer rgba = Receiving.bytes(receiver);
            assertThat(rgba.remaining()).isEqualTo(640 * 360 * 4);
            while (rgba.hasRemaining()) {
                assertThat(rgba.getInt()).isEqualTo(0x00_33_00_33);
            }
        }
        sending.stop();
        Threads.join(sender);
    }

    @Test
    void aGradientIsWrittenInPlace() {
        try (SpoutSender sender = spout.sender(name).size(64, 32).format(PixelFormat.RGBA16F).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            Sending.gradient(sender);
            assertThat(receiver.receive(PATIENCE, frame -> {
                for (int y = 0; y < 32; y++) {
                    for (int x = 0; x < 64; x++) {
                        assertThat(frame.view().get(x, y, 0)).isEqualTo(x / 64f, within(frame.format()));
                        assertThat(frame.view().get(x, y, 1)).isEqualTo(y / 32f, within(frame.format()));
                        assertThat(frame.view().get(x, y, 2)).isZero();
                        assertThat(frame.view().get(x, y, 3)).isOne();
                    }
                }
            })).isTrue();
        }
    }

    /** Half of a step: memory share on Windows has 8 bits. */
    private static Offset<Float> within(PixelFormat format) {
        return Offset.offset(format == PixelFormat.RGBA16F ? 0 : 0.5f / 255 + 1e-6f);
    }

    @Test
    void pixelsOfOpenGlAreTurned() {
        byte[] pixels = Pattern.bytes(1, 17, 9, PixelFormat.BGRA8);
        Sending sending = new Painter(Color.BLACK) {
            @Override
            protected void render(MemorySegment target) {
                target.copyFrom(MemorySegment.ofArray(Pattern.flipped(pixels, 17)));
            }
        };
        try (SpoutSender sender = spout.sender(name).size(17, 9).open();
                SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            sending.fromOpenGl(sender);
            Pattern.requireReceived(receiver, 1, 17, 9);
        }
    }

    @Test
    void aRelaySendsOn() {
        assumeTrue(EngineUnderTest.confined().isEmpty(), "the relay opens an engine of its own, by Spout.open()");
        String again = UniqueName.of("relay");
        AtomicBoolean wanted = new AtomicBoolean(true);
        try (SpoutSender sender = spout.sender(name).size(17, 9).open();
                SpoutReceiver receiver = spout.receiver(again).open()) {
            Thread relay = Thread.ofPlatform().start(() -> Receiving.relay(name, again, wanted::get));
            sender.send(Pattern.argb(1, 17, 9));
            Pattern.requireReceived(receiver, 1, 17, 9);
            wanted.set(false);
            Threads.join(relay);
        }
    }

    @Test
    @WithTextures
    void texturesAreSentOn() {
        try (Pair first = Pair.open(17, 9); Pair second = Pair.open(1, 1)) {
            first.sendThrough(1);
            Receiving.sendOn(first.receiver(), second.sender());
            Pattern.requireReceived(second.receiver(), 1, 17, 9);
        }
    }

    @Test
    void sendersAreListedAndFollowed() throws Exception {
        List<String> names = new CopyOnWriteArrayList<>();
        try (SenderDirectory.Subscription _ = Senders.follow(spout, names)) {
            try (SpoutSender _ = spout.sender(name).size(17, 9).open()) {
                Await.until("it is there", PATIENCE, () -> names.contains(name));
                assertThat(printed(() -> Senders.all(spout))).contains(name + ": 17 × 9");
            }
            Await.until("it is gone", PATIENCE, () -> !names.contains(name));
        }
    }

    @Test
    void bytesArriveBesideTheFrames() {
        try (MemoryBuffer _ = BesideFrames.write(spout, name)) {
            assertThat(BesideFrames.read(spout, name)).isEqualTo("bpm=128");
        }
    }

    @Test
    void aFrameIsSentForEachSignal() {
        try (SpoutSender sender = spout.sender(name).size(17, 9).open();
                SpoutReceiver receiver = spout.receiver(name).open();
                FrameSync sync = spout.frameSync(name)) {
            BufferedImage image = new BufferedImage(17, 9, BufferedImage.TYPE_INT_ARGB);
            image.setRGB(0, 0, 17, 9, Pattern.argb(1, 17, 9), 0, 17);
            sync.signal();
            BesideFrames.inStep(spout, sender, image);
            Pattern.requireReceived(receiver, 1, 17, 9);
            assertThat(sender.frameCount()).isOne();
        }
    }

    @Test
    void framesAreCountedAgain() {
        assumeFalse(TestSystem.WINDOWS, "there, the settings are the user's");
        Settings settings = spout.settings();
        settings.frameCount(false);
        try {
            BesideFrames.count(spout);
            assertThat(settings.frameCount()).isTrue();
        } finally {
            settings.frameCount(true);
        }
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "SpoutLibrary.dll is a Windows DLL")
    void theOfficialLibraryTellsItsVersion() throws Exception {
        assertThat(printed(() -> OfficialLibrary.ask(StandIn.dll("2.007.017-172")))).isNotBlank();
    }

    private static int[] argb(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String printed(Runnable snippet) {
        PrintStream usual = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            snippet.run();
        } finally {
            System.setOut(usual);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Fills every picture with one colour. */
    private class Painter extends Sending {
        private final Color color;

        Painter(Color color) {
            super(spout, name);
            this.color = color;
        }

        @Override
        protected void draw(Graphics2D graphics) {
            graphics.setColor(color);
            graphics.fillRect(0, 0, 1280, 720);
        }

        @Override
        protected void render(MemorySegment pixels) {
            throw new AssertionError("it draws");
        }
    }
}
