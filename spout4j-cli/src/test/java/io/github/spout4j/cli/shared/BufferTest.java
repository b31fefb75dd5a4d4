package io.github.spout4j.cli.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.Json;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.cli.UniqueName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code spout buffer}, by processes. */
class BufferTest {
    @TempDir
    private Path folder;

    private final String name = UniqueName.of("buffer");

    @Test
    void bytesOfAFileGoFromProcessToProcess() throws IOException {
        byte[] bytes = new byte[1000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7 + i / 256);
        }
        Files.write(folder.resolve("in.bin"), bytes);
        try (SpoutProcess writer = SpoutProcess.start(folder, "buffer", "write", name, "--file", "in.bin")) {
            assertThat(writer.expectLine("wrote")).startsWith("wrote 1000 of 1000 bytes").contains("Ctrl-C");
            assertThat(SpoutProcess.run(folder, "buffer", "read", name).bytes()).isEqualTo(bytes);
            assertThat(SpoutProcess.run(folder, "buffer", "read", name, "--out", "out.bin").exitCode()).isZero();
            assertThat(folder.resolve("out.bin")).hasBinaryContent(bytes);
            Result tooMuch = SpoutProcess.run(folder, "buffer", "write", name, "x".repeat(1001), "--for", "0");
            assertThat(tooMuch.stderr().lines()).singleElement().asString().contains("1000 bytes, not 1001");
            assertThat(tooMuch.exitCode()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void textFitsIntoABufferThatIsThere() {
        try (Spout spout = Spout.open(); MemoryBuffer buffer = spout.createMemoryBuffer(name, 8)) {
            Result result = SpoutProcess.run(folder, "buffer", "write", name, "bpm=1", "--for", "0", "--json");
            assertThat(Json.parse(result.stdout())).hasToString("{name=" + name + ", written=5.0, capacity=8.0}");
            assertThat(result.exitCode()).isZero();
            assertThat(new String(buffer.read(), StandardCharsets.UTF_8)).isEqualTo("bpm=1\0\0\0");
            assertThat(Json.parse(SpoutProcess.run(folder, "buffer", "read", name, "--json").stdout()))
                    .hasToString("{name=" + name + ", capacity=8.0, base64=YnBtPTEAAAA=}");
        }
    }

    @Test
    void aMissingBufferIsToldWithTheNameThatWasMeant() {
        try (Spout spout = Spout.open(); SpoutSender sender = spout.sender(name).size(2, 2).open()) {
            Result result = SpoutProcess.run(folder, "buffer", "read", name + "x");
            assertThat(result.stderr().lines()).singleElement().asString().contains("has no memory buffer")
                    .endsWith("did you mean \"" + sender.name() + "\"?");
            assertThat(result.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"buffer | read or write", "buffer read | NAME",
            "buffer write b | there is nothing to write", "buffer write b text --size 3 | less than the 4 bytes",
            "buffer write b text --size 0 | --size must be 1 to", "buffer write b text --file f | exclude each other",
            "buffer write b --file none | \"none\" cannot be read",
            "buffer read b --json --out f | exclude each other"})
    void badInputIsOneLine(String line, String message) {
        Result result = SpoutProcess.run(folder, line.split(" "));
        assertThat(result.stderr().lines()).singleElement().asString().contains(message);
        assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }
}
