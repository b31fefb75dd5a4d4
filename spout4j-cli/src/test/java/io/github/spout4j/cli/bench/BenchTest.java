package io.github.spout4j.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.Json;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.cli.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code spout bench}. */
class BenchTest {
    private static final BenchResult TEXTURE = new BenchResult(
            new BenchCase(new FrameSize(1920, 1080), PixelFormat.BGRA8, Transport.TEXTURE),
            Optional.of(new Adapter(1, "Some\nGPU", 0, 0, true, false, 0)), 9, 800, 1000, 2000.4, 99.94);
    private static final BenchResult MEMORY = new BenchResult(
            new BenchCase(new FrameSize(8, 4), PixelFormat.R8, Transport.MEMORY), Optional.empty(), 9, 0.5, 12, 34,
            56);

    @TempDir
    private Path folder;

    @Test
    void measuresEverySizeAndFormatNextToAMemcpy() {
        Result result = SpoutProcess.run(folder, "bench", "--json", "--size", "64x48", "33x17", "--format", "rgba8",
                "rgba16f", "--seconds", "0.4");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.exitCode()).isZero();
        Map<?, ?> report = (Map<?, ?>) Json.parse(result.stdout());
        List<Map<?, ?>> memory = ((List<?>) report.get("results")).stream().<Map<?, ?>>map(each -> (Map<?, ?>) each)
                .filter(each -> each.get("transport").equals("memory share")).toList();
        assertThat(memory).extracting(each -> each.get("width") + " " + each.get("format")).containsExactly(
                "64.0 RGBA8", "64.0 RGBA16F", "33.0 RGBA8", "33.0 RGBA16F");
        assertThat(memory).allSatisfy(each -> {
            assertThat((Double) each.get("rounds")).isGreaterThanOrEqualTo(3);
            for (String what : List.of("upload", "share", "readBack")) {
                double micros = (Double) each.get(what + "Micros");
                assertThat(micros).isPositive();
                assertThat((Double) each.get(what + "Ratio") * (Double) each.get("memcpyMicros"))
                        .isBetween(0.95 * micros, 1.05 * micros);
            }
            assertThat((Double) each.get("shareMicros")).isGreaterThan((Double) each.get("memcpyMicros"));
        });
        boolean textures = ((List<?>) report.get("results")).size() > memory.size();
        assertThat(((List<?>) report.get("notMeasured")).isEmpty()).as("each transport is measured, or it says why not")
                .isEqualTo(textures);
    }

    @Test
    void tableIsForPeople() {
        BenchReport report = new BenchReport(List.of(TEXTURE, MEMORY), Map.of());
        assertThat(report.text(new Style(false)).lines()).containsExactly(
                "SIZE       FORMAT  TRANSPORT     MEMCPY  UPLOAD  RATIO  SHARE  RATIO  READ-BACK   RATIO",
                "1920x1080  BGRA8   texture          800    1000   1.25   2000   2.50       99.9    0.12",
                "8x4        R8      memory share     0.5    12.0  24.00   34.0  68.00       56.0  112.00",
                "times in µs (medians); ratios to a memcpy of the same bytes in the same run", "textures on Some GPU");
    }

    @Test
    void whatIsNotMeasuredIsToldWithTheReason() {
        BenchReport report = new BenchReport(List.of(MEMORY), Map.of(Transport.TEXTURE, "it is broken"));
        assertThat(report.text(new Style(false)))
                .endsWith("texture not measured: it is broken" + System.lineSeparator());
        assertThat(((Map<?, ?>) Json.parse(report.json())).get("notMeasured"))
                .isEqualTo(List.of(Map.of("transport", "texture", "reason", "it is broken")));
    }

    @Test
    void medianIsTheMiddleOne() {
        Median median = new Median();
        assertThat(median.micros()).isNaN();
        for (int i = 0; i <= 200; i++) {
            median.add((200 - i) * 1000L);
        }
        assertThat(median.count()).isEqualTo(201);
        assertThat(median.micros()).isEqualTo(100);
    }
}
