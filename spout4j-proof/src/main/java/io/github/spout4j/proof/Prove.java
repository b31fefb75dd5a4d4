package io.github.spout4j.proof;

import io.github.spout4j.proof.chaos.Chaos;
import io.github.spout4j.proof.fuzz.Fuzz;
import io.github.spout4j.proof.livefuzz.LiveFuzz;
import io.github.spout4j.proof.model.Models;
import io.github.spout4j.proof.order.Order;
import io.github.spout4j.proof.report.Outcome;
import io.github.spout4j.proof.report.Promise;
import io.github.spout4j.proof.report.Report;
import io.github.spout4j.proof.soak.Soak;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./prove}: shows that spout4j keeps what docs/reliability.md promises. */
@Command(name = "./prove", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Shows that spout4j keeps what docs/reliability.md promises, and writes prove.json and prove.html, a page with plots."}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:all promises were kept", "1:one was broken",
                "2:wrong use, or it cannot run here"})
public final class Prove implements Callable<Integer> {
    private static final double MILLIS_A_MINUTE = 60_000;
    private static final double SHORTEST = 0.2;
    private static final double LONGEST = 7 * 24 * 60;
    private final List<Part> all = List.of(
            new Part("soak", 4, (time, directory, progress) -> new Soak(directory, progress).run(time)),
            new Part("chaos", 5, (time, directory, progress) -> new Chaos(directory, progress).run(time)),
            new Part("fuzz", 3, (time, directory, progress) -> new Fuzz(directory, this.out, progress).run(time)),
            new Part("live-fuzz", 4, (time, directory, progress) -> new LiveFuzz(directory, progress).run(time)),
            new Part("model", 3, (time, directory, progress) -> new Models(directory, progress).run(time)),
            new Part("order", 3, (time, directory, progress) -> new Order(directory, progress).run(time)));

    @Parameters(index = "0", arity = "0..1", paramLabel = "MINUTES", defaultValue = "10", description = "how long, about, all parts together (default: ${DEFAULT-VALUE})")
    private double minutes;

    @Option(names = "--only", paramLabel = "PART", split = ",", description = "some parts alone: soak, chaos, fuzz, live-fuzz, model, order")
    private List<String> only = List.of();

    @Option(names = "--out", paramLabel = "DIRECTORY", defaultValue = "target/prove", description = "where the report goes (default: ${DEFAULT-VALUE})")
    private Path out;

    @Option(names = "--busy", description = "the machine is not idle: what hangs on the clock is told, not judged")
    private boolean busy;

    @Spec
    private CommandSpec spec;

    private Prove() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Prove()).setParameterExceptionHandler((problem, _) -> {
            problem.getCommandLine().getErr()
                    .println("./prove: " + problem.getMessage() + "; ./prove --help tells more");
            return ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Part> parts = chosen();
        if (!(minutes >= SHORTEST && minutes <= LONGEST)) {
            throw new ParameterException(spec.commandLine(),
                    "MINUTES is " + minutes + ": give " + SHORTEST + " to " + LONGEST);
        }
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            throw new ParameterException(spec.commandLine(),
                    "it looks at processes in /proc, so it runs on Linux alone");
        }
        PrintWriter terminal = spec.commandLine().getOut();
        Progress progress = new Progress();
        int shares = parts.stream().mapToInt(Part::share).sum();
        List<Outcome> outcomes = new ArrayList<>();
        for (Part part : parts) {
            Duration time = Duration.ofMillis((long) (minutes * MILLIS_A_MINUTE * part.share() / shares));
            try (WorkDirectory directory = WorkDirectory.make(part.name())) {
                Outcome seen = part.work().run(time, directory.path(), progress);
                Outcome outcome = busy ? seen.onABusyMachine() : seen;
                progress.end();
                print(outcome, terminal);
                outcomes.add(outcome);
            }
        }
        Report report = new Report(version(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), machine(),
                outcomes);
        report.write(out);
        terminal.println((report.kept()
                ? "all promises were kept" + (busy ? ", but those that are told alone" : "")
                : "A PROMISE WAS BROKEN") + "; "
                + out.resolve("prove.html") + " has it all");
        terminal.flush();
        return report.kept() ? 0 : 1;
    }

    private List<Part> chosen() {
        for (String name : only) {
            if (all.stream().noneMatch(part -> part.name().equals(name))) {
                throw new ParameterException(spec.commandLine(), "there is no part \"" + name + "\"; there are "
                        + String.join(", ", all.stream().map(Part::name).toList()));
            }
        }
        return all.stream().filter(part -> only.isEmpty() || only.contains(part.name())).toList();
    }

    private static void print(Outcome outcome, PrintWriter terminal) {
        terminal.println(outcome.part() + ": " + outcome.what());
        for (Promise promise : outcome.promises()) {
            terminal.printf(Locale.ROOT, "  %-6s  %s: %s%n", promise.judgement().text, promise.text(),
                    promise.seen());
        }
        terminal.flush();
    }

    private static String version() {
        String version = Prove.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version().feature();
    }
}
