package io.github.spout4j.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.dist.UnpackedSpout.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The download with a Java of its own, where no other can be found. */
class ImageRunsTest extends RunsAnywhere {
    @Override
    UnpackedSpout unpack(Path folder) throws Exception {
        Path home = Downloads.unpack(Downloads.image(), folder);
        Files.writeString(home.resolve("lib/find-jdk"), "#!/bin/sh\necho 'looked for a Java' >&2; exit 2\n");
        return new UnpackedSpout(home, Map.of());
    }

    /** Java ends with an error where it is told to use the cache and cannot. */
    @Test
    void startsByWhatIsPrepared() throws Exception {
        Result result = spout().with("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on").run(work(), "list");
        assertThat(result.exitCode()).as(result.stderr()).isZero();
    }

    @Test
    void usesTheJavaThatCameAlong() throws Exception {
        Result result = spout().run(work(), "doctor", "--report");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).containsPattern("\\| JDK \\| 25.*/runtime \\|");
    }
}
