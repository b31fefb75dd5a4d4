package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeFiles() throws IOException {
        Files.writeString(folder.resolve("text.png"), "no picture");
        Files.writeString(folder.resolve("text.mp4"), "no film");
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", folder.resolve("good.png").toFile());
        byte[] good = Files.readAllBytes(folder.resolve("good.png"));
        Files.write(folder.resolve("half.png"), Arrays.copyOf(good, 40));
        ImageIO.write(new BufferedImage(16385, 1, BufferedImage.TYPE_BYTE_BINARY), "png",
                folder.resolve("wide.png").toFile());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "                                   | Missing subcommand",
            "frob                               | \"frob\" is not understood",
            "lst                                | did you mean list?",
            "list --jsn                         | did you mean --json?",
            "list extra                         | \"extra\" is not understood",
            "preview --after 1                  | add it",
            "preview --size 0x0                 | must be 1 to 16384",
            "preview a b                        | \"b\" is not understood",
            "preview --screenshot a.jpg         | a.jpg",
            "preview --screenshot %d.png        | is one picture",
            "send                               | Missing required parameter: 'FILE",
            "send @                             | there is no file \"@\"",
            "send none.png                      | there is no file",
            "send DIR                           | is no file",
            "send DIR/text.png                  | is no picture that Java can read; send one of BMP, GIF, JPEG",
            "send DIR/half.png                  | cannot be read as a picture",
            "send DIR/wide.png                  | is 16385x1 pixels",
            "send DIR/good.png --fps 0          | is no frame rate",
            "send DIR/good.png --fps 1000.1     | is no frame rate",
            "send DIR/good.png --fps NaN        | is no frame rate",
            "send DIR/good.png --fps 0x1p3      | is no frame rate",
            "send DIR/good.png --frames 0       | is no number of frames",
            "send DIR/good.png --frames 1.5     | is no number of frames",
            "send DIR/good.png --format rgb24   | write rgba, bgra or",
            "send DIR/good.png --alpha none     | write straight, premultiplied or opaque",
            "send DIR/good.png --raw 8x8        | --raw is for standard input",
            "send DIR/good.png --name=          | --name:",
            "send -                             | add --raw WIDTHxHEIGHT",
            "send - --raw 8                     | is no size",
            "send - --raw 0x8                   | must be 1 to 16384",
            "send - --raw 8x16385               | must be 1 to 16384",
            "send - --raw 99999999999x8         | is no size",
            "send - DIR/good.png --raw 8x8      | stands alone",
            "send - --raw 8x8 --loop            | --loop is for files",
            "send DIR/text.png DIR/text.mp4     | a film is sent alone",
            "send DIR/text.mp4 --sync           | --sync is for pictures",
            "send DIR/text.mp4 --raw 8x8        | --raw is for standard input",
            "send DIR/none.mp4                  | there is no file",
            "send DIR/good.png --start 1        | --start is for films",
            "send - --raw 8x8 --hwaccel auto    | --hwaccel is for films",
            "send DIR/text.mp4 --start soon     | is no time; write seconds such as 12.5",
            "send DIR/text.mp4 --start 1:60:00  | is no time",
            "send DIR/text.mp4 --duration 0     | is no length of a film",
            "send DIR/text.mp4 --fps 1/0        | is no frame rate",
            "send DIR/text.mp4 --ffmpeg 'a      | is not closed",
            "send DIR/text.mp4 --passphrase-file DIR/none | --passphrase-file is for srt:// alone",
            "send srt://:9 --passphrase-file DIR/none | there is no such file",
            "send srt://:9 --passphrase-file DIR | cannot be read",
            "receive                            | say where frames go",
            "receive --raw - --out a.png        | exclude each other",
            "receive --raw - --json             | use --out",
            "receive --raw file                 | standard output only",
            "receive --raw - --sync             | name the sender",
            "receive --out a.jpg                | must end with .png, or, for a film, with one of .mp4",
            "receive --out none/a.png           | there is no directory",
            "receive --out %d%d.png             | is no pattern",
            "receive --out a.png --timeout -1   | is no time",
            "receive --out a.png --timeout soon | is no time",
            "receive --out a.png --depth 9      | is no depth of PNG files; write 8 or 16",
            "receive --raw - --depth 16         | --depth is for PNG files",
            "receive --out a.png --format rgba16 | --format is for raw video; PNG files have --depth",
            "receive --out a.png --codec h264   | --codec is for films",
            "receive --raw - --every-frame      | --every-frame is for films",
            "receive --out a.mp4 --quality 101  | is no quality; write 0 to 100",
            "receive --out a.mp4 --depth 8      | --depth is for PNG files; a film has --codec",
            "receive --out a.mp4 --lossless     | --lossless is for streams",
            "receive --out a.mp4 --reconnect    | --reconnect is for streams",
            "receive --out a.mp4 --on-resize up | write scale, stop or new-file",
            "relay                              | Missing required parameter",
            "relay a                            | say where \"a\" goes",
            "relay a b                          | \"b\" is no address",
            "relay a srt://h:9 --name b         | --name is for the machine that receives",
            "relay srt://:9 srt://h:9           | one address alone",
            "relay srt://:9 --lossless          | --lossless is for the machine that sends",
            "relay a srt://h:9 --camera         | --camera is for the machine that receives",
            "relay srt://:9 --camera            | --camera: one engine alone shows them; add --engine pipewire",
            "send DIR/good.png --camera         | --camera: one engine alone shows them; add --engine pipewire",
            "send DIR/good.png --engine direct --camera | the engine direct shows none; write --engine pipewire",
            "list --engine directly             | \"directly\" is no engine; write direct",
            "doctor --engine=                   | \"\" is no engine; write direct",
            "demo --engine                      | Missing required parameter for option '--engine'",
            "active --engine direct --engine direct | should be specified only once",
            "audit --engine direct              | \"--engine direct\" is not understood",
            "relay srt://:9 --timeout 1         | --timeout is for the machine that sends",
            "relay a srt://h:9 --latency 0      | is no latency; write whole milliseconds",
            "receive a b --out a.png            | \"b\" is not understood",
            "send DIR/good.png --transport gpu  | write auto, texture or memory",
            "receive --out a.png --transport=   | write auto, texture or memory",
            "receive --out a.png --mode fast    | write lowest-latency or pipelined",
            "send DIR/good.png --adapter no-such | --adapter \"no-such\"",
            "receive --out a.png --adapter no-such | --adapter \"no-such\"",
            "demo --adapter no-such             | --adapter \"no-such\"",
            "demo --adapter 0 --transport memory | --adapter is for textures",
            "bench --adapter no-such            | --adapter \"no-such\"",
            "bench --size 8                     | is no size",
            "bench --size 0x8                   | must be 1 to 16384",
            "bench --size 16384x16384 --format rgba32f | more than 2 GiB",
            "bench --format rgb24               | write rgba, bgra or",
            "bench --seconds soon               | is no time",
            "bench now                          | \"now\" is not understood",
            "adapters all                       | \"all\" is not understood",
            "demo --size 1                      | is no size",
            "demo --image none.png              | there is no file",
            "demo --image DIR/good.png --size 8x8 | leave one out",
            "demo --out a%d.png                 | leave the %d out",
            "demo --out none/a.png              | there is no directory",
            "demo --frames=-1                   | is no number of frames",
            "active a b                         | \"b\" is not understood",
            "active LONG                        | the sender name \"xx",
            "settings framecount                | is no setting that can be changed here",
            "settings bufers=3                  | \"bufers=3\" is no setting that can be changed here",
            "settings framecount=maybe          | framecount=maybe: write on or off, or default",
            "settings framecount=               | framecount=: write on or off, or default",
            "settings maxsenders=0              | write a number from 1 to 1024",
            "settings maxsenders=1025           | write a number from 1 to 1024",
            "settings maxsenders=0x10           | write a number from 1 to 1024",
            "settings framecount=on maxsenders=99999 | write a number from 1 to 1024",
            "settings --jsn                     | did you mean --json?",
            "doctor a b                         | \"b\" is not understood"})
    void isToldInOneLine(String line, String expected) {
        String[] arguments = line == null
                ? new String[0]
                : line.replace("DIR", folder.toString())
                        .replace("LONG", "x".repeat(256)).split(" ");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = captured(out, err, arguments);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("spout").contains(expected);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exitCode).isEqualTo(ExitCode.BAD_INPUT);
    }

    private static int captured(ByteArrayOutputStream out, ByteArrayOutputStream err, String... arguments) {
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return SpoutCommand.run(arguments);
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }
}
