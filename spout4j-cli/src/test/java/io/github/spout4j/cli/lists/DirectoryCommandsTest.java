package io.github.spout4j.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.Json;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.cli.UniqueName;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code spout list} and {@code spout active}, by process, with senders of this process. */
class DirectoryCommandsTest {
    @TempDir
    private Path folder;

    /** Where Java does not pass quotes in arguments on. */
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final String name = UniqueName.of(WINDOWS ? "Bühne 1" : "Bühne \"1\"");
    private Spout spout;
    private SpoutSender sender;

    @BeforeEach
    void open() {
        spout = Spout.open();
        sender = spout.sender(name).size(639, 361).transport(Transport.MEMORY).open();
        sender.send(new byte[639 * 361 * 4]);
    }

    @AfterEach
    void close() {
        spout.close();
    }

    @Test
    void listShowsASender() {
        Result result = SpoutProcess.run(folder, "list");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.stdout().lines()).anyMatch(line -> line.startsWith("  NAME "))
                .anyMatch(line -> line.contains(name + "  ") && line.contains("639x361") && line.contains("RGBA8"));
        assertThat(result.stdout()).doesNotContain("\033");
    }

    @Test
    void listWritesJson() {
        Map<?, ?> object = Json.objects(SpoutProcess.run(folder, "list", "--json").stdout()).stream()
                .filter(each -> each.get("name").equals(name)).findFirst().orElseThrow();
        assertThat(object.get("width")).isEqualTo(639.0);
        assertThat(object.get("height")).isEqualTo(361.0);
        assertThat(object.get("format")).isEqualTo("RGBA8");
        assertThat(object.get("transport")).isEqualTo("memory share");
        assertThat(object.containsKey("adapter") && object.get("adapter") == null).isTrue();
        assertThat(object.get("host").toString()).isNotEmpty();
        assertThat(object.get("frame")).isEqualTo(1.0);
        assertThat(object.get("counts")).isEqualTo(true);
        assertThat(object.get("fps")).isEqualTo(0.0);
    }

    @Test
    void listSaysThatASenderIsPaused() {
        sender.pause();
        assertThat(SpoutProcess.run(folder, "list").stdout().lines())
                .anyMatch(line -> line.contains(name + "  ") && line.contains("  paused  "));
        assertThat(Json.objects(SpoutProcess.run(folder, "list", "--json").stdout()))
                .anyMatch(each -> each.get("name").equals(name) && each.get("paused").equals(true));
    }

    @Test
    void watchTellsOfComingAndGoing() {
        String other = UniqueName.of("other");
        try (SpoutProcess watch = SpoutProcess.start(folder, "list", "--watch")) {
            assertThat(watch.expectLine("added " + name)).contains("639x361 RGBA8");
            SpoutSender second = spout.sender(other).size(8, 4).open();
            assertThat(watch.expectLine("added " + other)).contains("8x4");
            second.close();
            watch.expectLine("removed " + other);
        }
    }

    @Test
    void watchTellsScriptsInJson() {
        try (SpoutProcess watch = SpoutProcess.start(folder, "list", "--watch", "--json")) {
            String line = watch.expectLine("{");
            assertThat(((Map<?, ?>) Json.parse(line)).get("event")).isEqualTo("added");
        }
    }

    @Test
    void activeIsToldAndChosen() {
        assertThat(SpoutProcess.run(folder, "active", name).exitCode()).isZero();
        assertThat(spout.senders().active().orElseThrow().name()).isEqualTo(name);
        Result told = SpoutProcess.run(folder, "active");
        assertThat(told.stdout()).isEqualToIgnoringNewLines(name);
        assertThat(told.exitCode()).isZero();
    }

    @Test
    void activeNamesWhoIsThereInstead() {
        Result result = SpoutProcess.run(folder, "active", "nobody");
        assertThat(result.stderr()).contains("there is no sender \"nobody\"", name);
        assertThat(result.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
    }
}
