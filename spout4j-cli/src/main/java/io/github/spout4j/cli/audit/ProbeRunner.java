package io.github.spout4j.cli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs probes, a few processes at a time. */
final class ProbeRunner implements AutoCloseable {
    private static final int MOST_PROCESSES = 8;

    private final Path dll;
    private final Duration timeout;
    private final Path folder;
    private final ExecutorService processes = Executors.newFixedThreadPool(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MOST_PROCESSES), Thread.ofPlatform().daemon()
                    .factory());

    ProbeRunner(Path dll, Duration timeout) {
        this.dll = dll;
        this.timeout = timeout;
        try {
            folder = Files.createTempDirectory("spout-audit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at the DLL in a process of its own. */
    ProbeProcess.End inspect() throws InterruptedException {
        return ProbeProcess.run(dll, List.of("inspect"), timeout, folder);
    }

    /**
     * Runs them all.
     *
     * @param results gets each result, in the order of the probes, as soon as those before are there
     */
    void run(List<Probe> probes, Consumer<ProbeResult> results) throws InterruptedException {
        List<Future<List<ProbeResult>>> running = new ArrayList<>();
        probes.forEach(probe -> running.add(processes.submit(() -> run(probe))));
        for (Future<List<ProbeResult>> future : running) {
            try {
                future.get().forEach(results);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
    }

    private List<ProbeResult> run(Probe probe) throws InterruptedException {
        if (!probe.notCalled().isEmpty()) {
            return List.of(new ProbeResult(probe, Outcome.NOT_CALLED, probe.notCalled(), "-", Double.NaN));
        }
        return Judgement.of(probe, ProbeProcess.run(dll, probe.arguments(), timeout, folder));
    }

    /** Ends what still runs. */
    @Override
    public void close() {
        processes.shutdownNow();
        processes.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException _) {
            // the system's folder for temporary files keeps it
        }
    }
}
