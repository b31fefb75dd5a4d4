package io.github.spout4j.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of machine this is. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final double BUSY = 0.5;
    private static final String MODEL = "model name";

    private Machine() {}

    /** linux, windows or macos. */
    static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.replace("mac os x", "macos");
    }

    /** Its processors and their architecture. */
    static String kind() throws IOException {
        return Runtime.getRuntime().availableProcessors() + " processors, " + processor() + ", "
                + System.getProperty("os.arch");
    }

    /** What keeps it from measuring well; empty where it is idle, or does not say. */
    static Optional<String> busy() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        int processors = Runtime.getRuntime().availableProcessors();
        return load < BUSY * processors
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT,
                        "this machine is busy (load %.1f of %d processors), so ratios are off", load,
                        processors));
    }

    private static String processor() throws IOException {
        if (!Files.exists(PROCESSORS)) {
            return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "unknown");
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith(MODEL)).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
        }
    }
}
