package io.github.spout4j.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.Json;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.cli.UniqueName;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command where frames are not counted, by processes with settings of their own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "settings are the user's own there, and no test changes them")
class UncountedTest {
    private static final int LOOKS = 10;

    @TempDir
    private Path folder;

    private final String name = UniqueName.of("uncounted");
    private Map<String, String> properties;

    @BeforeEach
    void switchCountingOff() throws IOException {
        Path settings = folder.resolve("settings");
        Files.writeString(settings, "Framecount=0\n");
        properties = Map.of("spout.settings", settings.toString());
        picture("a.png", 0xFF0000);
        picture("b.png", 0x00FF00);
    }

    private void picture(String file, int colour) throws IOException {
        BufferedImage image = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, colour);
        ImageIO.write(image, "png", folder.resolve(file).toFile());
    }

    @Test
    void listTellsThatAPictureStandsStill() {
        try (SpoutProcess _ = sending("a.png")) {
            expectRate(0, 0);
            assertThat(SpoutProcess.run(folder, "list").stdout().lines())
                    .anyMatch(line -> line.contains(name)
                            && line.matches(".* BGRA8 +still +no .*"));
        }
    }

    @Test
    void listTellsHowOftenAPictureIsSeenToChange() {
        try (SpoutProcess _ = sending("a.png", "b.png", "--loop", "--fps", "20")) {
            expectRate(10, 30);
        }
    }

    @Test
    void receiveTellsThatAPictureStandsStill() {
        try (SpoutProcess _ = sending("a.png")) {
            Result result = SpoutProcess.run(folder, "receive", name, "--frames", "2", "--timeout", "1.5", "--out",
                    "%d.png");
            assertThat(result.stderr().lines()).hasSize(1).first().asString().contains("only 1 of 2 frames came; "
                    + "the sender \"" + name + "\" is there, but its picture has not changed for 1.5 s");
            assertThat(result.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND);
        }
    }

    @Test
    void demoTellsHowToCount() {
        Result result = SpoutProcess.run(folder, properties, "demo", "--transport", "memory");
        assertThat(result.stderr().lines()).hasSize(1).first().asString().contains("frames are not counted here",
                "spout settings framecount=on");
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void benchTellsHowToCount() {
        Result result = SpoutProcess.run(folder, properties, "bench", "--size", "16x16", "--format", "bgra8");
        assertThat(result.stderr().lines()).hasSize(1).first().asString().contains("frames are not counted here",
                "spout settings framecount=on");
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    private SpoutProcess sending(String... what) {
        SpoutProcess sender = SpoutProcess.start(folder, properties, arguments(what));
        sender.expectLine("sending as");
        return sender;
    }

    private List<String> arguments(String... what) {
        List<String> arguments = new ArrayList<>(List.of("send", "--name", name));
        arguments.addAll(List.of(what));
        return arguments;
    }

    /** Some looks may fall into moments when a busy machine runs neither sender nor receiver. */
    private void expectRate(double least, double most) {
        List<Object> rates = new ArrayList<>();
        for (int look = 0; look < LOOKS; look++) {
            Map<?, ?> sender = listed();
            assertThat(sender.get("counts")).isEqualTo(false);
            rates.add(sender.get("fps"));
            if (sender.get("fps") instanceof Double rate && rate >= least && rate <= most) {
                return;
            }
        }
        fail("not " + least + " to " + most + " Hz, but " + rates);
    }

    private Map<?, ?> listed() {
        Result result = SpoutProcess.run(folder, "list", "--json");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return Json.objects(result.stdout()).stream().filter(each -> each.get("name").equals(name)).findFirst()
                .orElseThrow();
    }
}
