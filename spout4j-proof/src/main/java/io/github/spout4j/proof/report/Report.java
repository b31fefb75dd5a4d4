package io.github.spout4j.proof.report;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All that was shown in one run.
 *
 * @param version  spout4j's
 * @param date     when, in UTC
 * @param machine  where
 * @param outcomes of the parts
 */
public record Report(String version, String date, String machine, List<Outcome> outcomes) {
    /** Whether every promise was kept. */
    public boolean kept() {
        return !outcomes.isEmpty() && outcomes.stream().allMatch(Outcome::kept);
    }

    /** Writes prove.json and prove.html to a directory. */
    public void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("prove.json"),
                new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(this) + "\n");
        Files.writeString(directory.resolve("prove.html"), new Page(this).html());
    }
}
