package io.github.spout4j.cli.receive;

import io.github.spout4j.SpoutFrame;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.Quiet;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.Terminal;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which frames came, and what is said of them. */
final class ReceiveReport {
    @Option(names = "--json", description = "Write JSON for each file and when it ends.")
    private boolean json;

    @Mixin
    private Quiet quiet;

    private long received;
    private long missed;
    private long lastNumber;

    /** Whether standard output is for JSON. */
    boolean json() {
        return json;
    }

    Quiet quiet() {
        return quiet;
    }

    Progress progress() {
        return quiet.progress();
    }

    long received() {
        return received;
    }

    void count(SpoutFrame frame) {
        received++;
        if (lastNumber > 0 && frame.number() > lastNumber) {
            missed += frame.number() - lastNumber - 1;
        }
        lastNumber = frame.number();
    }

    void written(Path file, SpoutFrame frame) {
        if (json) {
            System.out.println(new JsonWriter().beginObject().name("file").value(file.toString()).name("width")
                    .value(frame.width()).name("height").value(frame.height()).name("format")
                    .value(frame.format().name()).name("number").value(frame.number()).end());
        } else {
            System.out.println(file);
        }
    }

    /** @param fps Hz */
    void coming(Progress progress, double fps) {
        progress.show(() -> String.format(Locale.ROOT, "%d frames, %.1f fps", received, fps));
    }

    /** Says why no more frames come, where somebody would wonder. */
    void endedSince(String reason) {
        if (!quiet.wanted()) {
            System.err.println("ended: " + SafeText.of(reason));
        }
    }

    void ended(double fps) {
        if (json) {
            System.out.println(new JsonWriter().beginObject().name("frames").value(received).name("missed")
                    .value(missed).name("fps").value(fps).end());
        } else if (Terminal.stderr() && !quiet.wanted()) {
            System.err.println("received " + received + (received == 1 ? " frame" : " frames")
                    + (missed == 0 ? "" : ", " + missed + " missed"));
        }
    }
}
