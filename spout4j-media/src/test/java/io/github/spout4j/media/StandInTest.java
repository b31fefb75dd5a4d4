package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.testing.UniqueName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Films by a stand-in for ffmpeg, on Windows: the pipes, and what Windows makes of arguments. */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a program for Windows; here the real ffmpeg is tested")
class StandInTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    @TempDir
    private Path folder;
    private Ffmpeg ffmpeg;

    @BeforeEach
    void find() {
        Path standIn = Path.of(System.getProperty("spout.standin", "")).resolve("ffmpeg");
        assumeTrue(Files.isDirectory(standIn), "there is no stand-in for ffmpeg");
        ffmpeg = Ffmpeg.at(standIn);
    }

    @Test
    void itIsFoundByItsFolder() {
        assertThat(ffmpeg.version()).isEqualTo("5.1-stand-in");
        assertThat(ffmpeg.program().getFileName()).hasToString("ffmpeg.exe");
        assertThat(ffmpeg.lacks()).containsExactly("prores_ks (ProRes)", "libvpx-vp9 (webm)", "srt (relay)");
    }

    @Test
    void aFilmIsSent() throws IOException {
        Path film = Files.writeString(folder.resolve("a film; 'of' %PATH% & mine.mp4"), "");
        String name = UniqueName.of("film");
        List<byte[]> seen = new ArrayList<>();
        try (Spout spout = Spout.open();
                SpoutReceiver receiver = spout.receiver(name).open();
                FilmSender sending = FilmSender.open(ffmpeg, FilmSource.of(film.toString()), info -> spout.sender(name)
                        .size(info.width(), info.height()).format(info.format()).transport(Transport.MEMORY).open())) {
            assertThat(sending.info().sound()).isTrue();
            assertThat(sending.info().rate()).contains(Rate.of(100));
            while (sending.next()) {
                try (SpoutFrame frame = receiver.receive(Duration.ofSeconds(10)).orElseThrow()) {
                    seen.add(Films.bytes(frame));
                }
            }
        }
        assertThat(seen).hasSize(10);
        for (int n = 0; n < seen.size(); n++) {
            assertThat(seen.get(n)).isEqualTo(expected(n));
        }
    }

    private static byte[] expected(int number) {
        byte[] bytes = new byte[WIDTH * HEIGHT * 4];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (7 * number + i);
        }
        return bytes;
    }

    @Test
    void aFilmIsMade() throws IOException {
        Path film = folder.resolve("made.mp4");
        String name = UniqueName.of("made");
        byte[] all = new byte[0];
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender(name).size(WIDTH, HEIGHT).transport(Transport.MEMORY).open();
                SpoutReceiver receiver = spout.receiver(name).open();
                FilmReceiver making = FilmReceiver.open(ffmpeg, receiver,
                        FilmTarget.of(film.toString()).rate(Rate.of(50)).withEveryFrame())) {
            for (int i = 0; i < 5; i++) {
                byte[] picture = Films.picture(i, WIDTH, HEIGHT, PixelFormat.RGBA8);
                sender.send(picture);
                making.next();
                int length = all.length;
                all = java.util.Arrays.copyOf(all, length + picture.length);
                System.arraycopy(picture, 0, all, length, picture.length);
            }
            making.finish();
            assertThat(making.frames()).isEqualTo(5);
        }
        assertThat(film).hasBinaryContent(all);
    }

    @Test
    void anInterruptEndsAFilm() throws IOException, InterruptedException {
        Path film = Files.writeString(folder.resolve("a.mp4"), "");
        Thread player = Thread.ofPlatform().start(() -> {
            String name = UniqueName.of("interrupted");
            try (Spout spout = Spout.open();
                    FilmSender sending = FilmSender.open(ffmpeg, FilmSource.of(film.toString()).looped(),
                            info -> spout.sender(name).size(info.width(), info.height()).transport(Transport.MEMORY)
                                    .open())) {
                Thread.currentThread().interrupt();
                while (sending.next()) {
                    // it was interrupted
                }
            }
        });
        player.join(Duration.ofSeconds(30));
        assertThat(player.isAlive()).isFalse();
    }

    @Test
    void aScriptIsNoFfmpeg() throws IOException {
        Path script = Files.writeString(folder.resolve("ffmpeg.cmd"), "@echo ffmpeg version 5.1");
        assertThatExceptionOfType(FilmException.class).isThrownBy(() -> Ffmpeg.at(script))
                .withMessageContaining("script").matches(FilmException::badInput);
    }
}
