package io.github.spout4j.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.Adapter;
import io.github.spout4j.Spout;
import io.github.spout4j.cli.AdapterName;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.Json;
import io.github.spout4j.cli.SpoutProcess;
import io.github.spout4j.cli.SpoutProcess.Result;
import io.github.spout4j.cli.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code spout adapters}, and adapters as options name them. */
class AdaptersTest {
    private static final Adapter INTEL = new Adapter(0, "Intel(R) UHD Graphics 620", 0x8086, 134217728, true, false,
            0x12345L);
    private static final Adapter NVIDIA = new Adapter(1, "NVIDIA GeForce RTX 3080", 0x10DE, 10L << 30, false, false,
            -1);
    private static final Adapter TI = new Adapter(2, "NVIDIA GeForce RTX 3080 Ti", 0x10DE, 12L << 30, false, false,
            2);
    private static final Adapter WARP = new Adapter(3, "Microsoft Basic Render Driver", 0x1414, 0, false, true, 3);
    private static final Adapter UNKNOWN = new Adapter(4, "Some card", 0xABC, 1, false, false, 4);
    private static final List<Adapter> ALL = List.of(INTEL, NVIDIA, TI, WARP, UNKNOWN);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0,0", "3,3", "intel,0", "620,0", "basic render,3", "NVIDIA GEFORCE RTX 3080,1", "3080 ti,2", "4,4"})
    void areNamedByNumberByNameOrByAPartOfItThatNoOtherHas(String wanted, int index) {
        assertThat(AdapterName.find(wanted, ALL).index()).isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"nvidia,is more than one graphics adapter", "3080,is more than one graphics adapter",
            "5,is no graphics adapter", "-1,is no graphics adapter", "voodoo,is no graphics adapter",
            "'',is no graphics adapter"})
    void thoseThatAreThereAreToldWhereNoneIsMeant(String wanted, String expected) {
        assertThatThrownBy(() -> AdapterName.find(wanted, ALL)).isInstanceOfSatisfying(CommandException.class,
                e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
                .hasMessageContainingAll("--adapter \"" + wanted + "\"", expected,
                        "0 (Intel(R) UHD Graphics 620), 1 (NVIDIA GeForce RTX 3080), 2 (", "4 (Some card)");
    }

    @Test
    void tableTellsMakerMemoryDisplayAndSoftware() {
        assertThat(Adapters.text(ALL, new Style(false)).lines()).containsExactly(
                "   NAME                           VENDOR     MEMORY        DISPLAY  DRAWS BY",
                "0  Intel(R) UHD Graphics 620      Intel      0.1 GB        yes      GPU",
                "1  NVIDIA GeForce RTX 3080        NVIDIA     10.0 GB       -        GPU",
                "2  NVIDIA GeForce RTX 3080 Ti     NVIDIA     12.0 GB       -        GPU",
                "3  Microsoft Basic Render Driver  Microsoft  the system's  -        CPU (software)",
                "4  Some card                      0x0ABC     0.0 GB        -        GPU");
    }

    @Test
    void jsonTellsAll() {
        assertThat(Json.objects(Adapters.json(ALL))).hasSize(5).element(1).isEqualTo(Map.of("index", 1.0, "name",
                "NVIDIA GeForce RTX 3080", "vendor", "NVIDIA", "vendorId", (double) 0x10DE, "dedicatedMemory",
                10.0 * (1 << 30), "display", false, "software", false, "luid", "0xffffffffffffffff"));
    }

    @Test
    void theCommandListsWhatTheLibraryFinds() {
        List<Adapter> adapters;
        try (Spout spout = Spout.open()) {
            adapters = spout.adapters();
        }
        Result json = SpoutProcess.run(folder, "adapters", "--json");
        assertThat(json.exitCode()).isZero();
        assertThat(Json.objects(json.stdout()).stream().<Object>map(adapter -> adapter.get("name")))
                .isEqualTo(adapters.stream().map(Adapter::name).toList());
        Result text = SpoutProcess.run(folder, "adapters");
        assertThat(text.stderr()).isEmpty();
        assertThat(text.exitCode()).isZero();
        if (adapters.isEmpty()) {
            assertThat(text.stdout().lines()).hasSize(1).first().asString().contains("on Windows alone");
        } else {
            assertThat(text.stdout()).contains(adapters.getFirst().name());
        }
    }
}
