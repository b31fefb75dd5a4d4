package io.github.spout4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.Finding.Level;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.Json;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.cli.UniqueName;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.posix.PosixSystem;
import io.github.spout4j.kernel.win32.Win32System;
import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.protocol.SharedTextureInfoCodec;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code spout doctor} says of senders whose picture is black or missing, by a process that looks at ours. */
class CausesTest {
    private static final int SIDE = 4;

    @TempDir
    private Path folder;

    private final String name = UniqueName.of("cause");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"00000000 | every pixel is 0: its picture is black and transparent",
            "000000FF | its picture is black", "FF000000 | alpha is 0 everywhere"})
    void aPictureThatShowsNothingIsTold(String pixel, String value) {
        try (Spout spout = Spout.open(); SpoutSender _ = still(spout, (int) Long.parseLong(pixel, 16))) {
            assertThat(values(look())).anyMatch(each -> each.startsWith(value))
                    .anyMatch(each -> each.contains("still"));
        }
    }

    @Test
    void oneLitPixelIsAPicture() {
        try (Spout spout = Spout.open(); SpoutSender sender = open(spout)) {
            ByteBuffer pixels = pixels(0);
            pixels.put(SIDE * SIDE * 4 - 2, (byte) 1).put(SIDE * SIDE * 4 - 1, (byte) 1);
            sender.send(pixels);
            assertThat(values(look())).singleElement().asString().startsWith("no new frame within 0.5 s: it is still");
        }
    }

    @Test
    void aSenderWithoutFramesIsTold() {
        try (Spout spout = Spout.open(); SpoutSender _ = open(spout)) {
            assertThat(values(look())).singleElement().asString().startsWith("no frame came within 2.5 s");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPausedSenderIsToldAndNothingThatFollowsFromIt(boolean hasSent) {
        try (Spout spout = Spout.open(); SpoutSender sender = open(spout)) {
            if (hasSent) {
                sender.send(pixels(0x102030FF));
            }
            sender.pause();
            List<Map<?, ?>> findings = look();
            assertThat(values(findings)).singleElement().asString().startsWith("it is paused");
            assertThat(findings.getFirst().get("level")).isEqualTo("warning");
            assertThat(findings.getFirst().get("advice").toString()).contains("let it go on");
        }
    }

    @Test
    void aSizeThatItsPixelsDoNotHaveIsTold() {
        try (Spout spout = Spout.open();
                SpoutSender _ = still(spout, 0x102030FF);
                NamedMemory _ = OS.WINDOWS.isCurrentOs() ? withAnotherSize() : withAWiderFrame()) {
            Result result = SpoutProcess.run(folder, "doctor", name, "--json");
            assertThat(values(Json.objects(result.stdout()))).singleElement().asString()
                    .startsWith("its frames cannot be received").containsAnyOf("its frames have " + 640 * 480 * 4,
                            "bytes for 640 pixels");
            assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        }
    }

    private NamedMemory withAnotherSize() {
        KernelSystem system = new Win32System();
        NamedMemory memory = system.objects().openMemory(ObjectNames.info(SenderName.of(name, system.names())))
                .orElseThrow();
        SharedTextureInfo info = SharedTextureInfoCodec.read(memory.segment(), 0, system.names());
        SharedTextureInfoCodec.write(new SharedTextureInfo(info.shareHandle(), 640, 480, info.format(),
                info.usage(), info.description(), info.partnerId()), memory.segment(), 0, system.names());
        return memory;
    }

    /** In the ring of frames the sender says of each frame what it is: docs/protocol.md. */
    private NamedMemory withAWiderFrame() {
        NamedMemory memory = new PosixSystem().objects().openMemory(name + "_ring_1").orElseThrow();
        memory.segment().set(ValueLayout.JAVA_INT, 64 + 4, 640);
        return memory;
    }

    @Test
    void aSenderThatMovesIsAsItShouldBe() {
        try (Spout spout = Spout.open(); SpoutSender sender = open(spout)) {
            Thread painter = Thread.ofPlatform().start(() -> {
                for (int frame = 1; !Thread.currentThread().isInterrupted(); frame++) {
                    sender.send(pixels(frame << 8 | 0xFF));
                    sender.holdFps(30);
                }
            });
            List<Map<?, ?>> findings = look();
            painter.interrupt();
            assertThat(values(findings)).singleElement().asString().contains("frames come, with a picture");
            assertThat(findings.getFirst().get("level")).isEqualTo("ok");
        }
    }

    @Test
    void aMissingSenderIsToldWithThoseThatAreThere() {
        Result result = SpoutProcess.run(folder, "doctor", name);
        assertThat(result.stderr().lines()).singleElement().asString().contains("no sender \"" + name + "\"");
        assertThat(result.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "settings are the user's own there, and no test changes them")
    void aSenderThatDoesNotCountIsTold() throws IOException {
        Files.writeString(folder.resolve("settings"), "Framecount=0\n");
        ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), "png",
                folder.resolve("black.png").toFile());
        try (SpoutProcess sender = SpoutProcess.start(folder,
                Map.of("spout.settings", folder.resolve("settings").toString()),
                List.of("send", "black.png", "--name", name, "--transport", "memory"))) {
            sender.expectLine("sending as");
            assertThat(values(look())).contains("its picture is black",
                    "it does not count its frames: receivers of the SDK may take old ones for new");
        }
    }

    @Test
    void theNameOfAKilledSenderIsTold() throws IOException {
        ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), "png",
                folder.resolve("black.png").toFile());
        String holder = UniqueName.of("holder");
        try (Spout spout = Spout.open(); SpoutSender _ = open(spout, holder)) {
            try (SpoutProcess sender = SpoutProcess.start(folder, "send", "black.png", "--name", name)) {
                sender.expectLine("sending as");
            }
            assertThat(Json.objects(SpoutProcess.run(folder, "doctor", "--json").stdout()))
                    .filteredOn(finding -> finding.get("topic").equals("sender \"" + name + "\""))
                    .singleElement().satisfies(finding -> {
                        assertThat(finding.get("value").toString()).contains("its program has ended");
                        assertThat(finding.get("advice").toString()).contains("off the list now");
                    });
            assertThat(spout.senders().find(name)).isEmpty();
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other users' objects are in /dev/shm on Linux alone")
    void directoriesOfOtherUsersAreTold() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory), "/dev/shm cannot be written here");
        Path other = Files.createDirectory(memory.resolve("spout4j-9" + ProcessHandle.current().pid()));
        try {
            assertThat(SpoutProcess.run(folder, "doctor").stdout())
                    .containsPattern("ok +another user +" + other + ": programs that meet there are not seen here");
        } finally {
            Files.delete(other);
        }
    }

    @Test
    void aLibraryFor32BitProgramsIsTold() throws IOException {
        Path file = dllFor32Bits(folder.resolve("SpoutLibrary.dll"));
        Result result = SpoutProcess.run(folder, Map.of("spout.library", file.toString()), "doctor");
        assertThat(result.stdout()).containsPattern("warning  SpoutLibrary.dll +.*is for 32-bit programs")
                .contains("folder for x64");
    }

    @Test
    void eachDllOfTheSdkInThePathIsTold() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Path classes = dllFor32Bits(first.resolve("Spout.dll"));
        Path library = dllFor32Bits(second.resolve("SpoutLibrary.dll"));
        List<Path> files = LibraryFiles.in(String.join(File.pathSeparator, first.toString(), "relative", "",
                second.toString(), first.toString())).toList();
        assertThat(files).containsExactly(classes, library);
        assertThat(LibraryFiles.ofOther(classes)).satisfies(finding -> {
            assertThat(finding.topic()).isEqualTo("Spout.dll");
            assertThat(finding.value()).startsWith(classes + " is for 32-bit programs");
            assertThat(finding.level()).isEqualTo(Level.WARNING);
        });
    }

    private static Path dllFor32Bits(Path file) throws IOException {
        ByteBuffer dll = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        dll.putShort(0, (short) 0x5A4D).putInt(0x3C, 0x40).putInt(0x40, 0x4550).putShort(0x44, (short) 0x14C);
        return Files.write(file, dll.array());
    }

    private static SpoutSender open(Spout spout, String name) {
        return spout.sender(name).size(SIDE, SIDE).format(PixelFormat.RGBA8).transport(Transport.MEMORY).open();
    }

    private SpoutSender open(Spout spout) {
        return open(spout, name);
    }

    private SpoutSender still(Spout spout, int pixel) {
        SpoutSender sender = open(spout);
        sender.send(pixels(pixel));
        return sender;
    }

    private static ByteBuffer pixels(int pixel) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(SIDE * SIDE * 4);
        while (pixels.hasRemaining()) {
            pixels.putInt(pixel);
        }
        return pixels.flip();
    }

    private List<Map<?, ?>> look() {
        Result result = SpoutProcess.run(folder, "doctor", name, "--json");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return Json.objects(result.stdout());
    }

    private static List<String> values(List<Map<?, ?>> findings) {
        return findings.stream().map(finding -> finding.get("value").toString()).toList();
    }
}
