package io.github.spout4j.proof.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Promise KEPT = new Promise("no <name> stays", "0 & none", true);
    private static final Promise BROKEN = new Promise("no frame is torn", "1 of 2", false);

    @Test
    void oneBrokenPromiseBreaksIt() {
        assertThat(report(KEPT).kept()).isTrue();
        assertThat(report(KEPT, BROKEN).kept()).isFalse();
        assertThat(report().kept()).as("a part that promises nothing shows nothing").isFalse();
    }

    @Test
    void onABusyMachineWhatHangsOnTimeIsToldAlone() {
        Promise late = Promise.timed("nobody waits", "2 s", false);

        assertThat(report(KEPT, late).kept()).isFalse();
        assertThat(report(KEPT, late).outcomes().getFirst().onABusyMachine())
                .satisfies(outcome -> assertThat(outcome.kept()).isTrue())
                .satisfies(outcome -> assertThat(outcome.promises()).extracting(Promise::judgement)
                        .containsExactly(Promise.Judgement.KEPT, Promise.Judgement.TOLD));
        assertThat(report(BROKEN, late).outcomes().getFirst().onABusyMachine().kept())
                .as("what does not hang on time is judged").isFalse();
    }

    @Test
    void thePageShowsWhatTheJsonHas(@TempDir Path directory) throws IOException {
        Report report = report(KEPT, BROKEN);

        report.write(directory);

        assertThat(new Gson().fromJson(Files.readString(directory.resolve("prove.json")), Report.class).outcomes())
                .hasSize(1).first().satisfies(outcome -> {
                    assertThat(outcome.promises()).containsExactly(KEPT, BROKEN);
                    assertThat(outcome.figures()).containsEntry("frames", 2.0);
                });
        assertThat(Files.readString(directory.resolve("prove.html"))).contains("no &lt;name&gt; stays", "0 &amp; none",
                "class=\"kept\"", "class=\"broken\"", "<polyline");
    }

    private static Report report(Promise... promises) {
        Plot plot = new Plot("rate, Hz",
                List.of(new Plot.Line("one", new double[]{0, 1, 2}, new double[]{60, 61, 60})));
        return new Report("1", "today", "here",
                List.of(new Outcome("part", "what it is", List.of(promises), Map.of("frames", 2), List.of(plot))));
    }
}
