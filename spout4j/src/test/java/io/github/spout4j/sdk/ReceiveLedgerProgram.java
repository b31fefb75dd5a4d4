package io.github.spout4j.sdk;

import com.sun.management.OperatingSystemMXBean;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Receives a sender of {@link NumberedPicture}s, whoever it is, and prints the ledger as one line of JSON. Words:
 * {@code name=NAME}, {@code seconds=5}, {@code mode=LOWEST_LATENCY}; {@code log=FILE}, which the {@link SdkSenderProgram}
 * writes, for latencies; {@code warm=1}, seconds that are received before and not told; {@code story=true}, a line for each
 * frame before. The engine is that of {@code -Dspout.engine}, "direct" where it is not set. {@code cpu_percent} is the receiving thread's,
 * {@code process_cpu_percent} the whole process', which looks at every pixel, too.
 */
public final class ReceiveLedgerProgram {
    private static final List<String> KEYS = List.of("name", "seconds", "mode", "log", "warm", "story");
    private static final Duration LOG_PATIENCE = Duration.ofSeconds(2);

    private ReceiveLedgerProgram() {}

    public static void main(String[] words) throws InterruptedException {
        Duration length = seconds(value(words, "seconds", "5"));
        Duration warm = seconds(value(words, "warm", "1"));
        String log = value(words, "log", "");
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        FrameLedger ledger = new FrameLedger();
        double processPercent;
        try (Spout spout = Spout.open(System.getProperty("spout.engine", "direct"))) {
            if (warm.isPositive()) {
                try (SpoutReceiver receiver = open(spout, words)) {
                    new FrameLedger().receive(receiver, warm);
                }
            }
            try (SpoutReceiver receiver = open(spout, words)) {
                long cpu = process.getProcessCpuTime();
                long start = System.nanoTime();
                ledger.receive(receiver, length);
                processPercent = 100.0 * (process.getProcessCpuTime() - cpu) / (System.nanoTime() - start);
            }
        }
        Findings findings = log.isEmpty() ? ledger.findings(new SentFrames()) : withLog(ledger, Path.of(log));
        if (Boolean.parseBoolean(value(words, "story", "false"))) {
            System.out.println(findings.story());
        }
        String json = findings.toString();
        System.out.println(json.substring(0, json.length() - 1)
                + String.format(Locale.ROOT, ",\"process_cpu_percent\":%.2f}", processPercent));
    }

    /** The sender writes from time to time: it may not have written of the last frames yet. */
    private static Findings withLog(FrameLedger ledger, Path log) throws InterruptedException {
        long deadline = System.nanoTime() + LOG_PATIENCE.toNanos();
        Findings findings = ledger.findings(SentFrames.load(log));
        while (!findings.complete() && System.nanoTime() < deadline) {
            Thread.sleep(50);
            findings = ledger.findings(SentFrames.load(log));
        }
        return findings;
    }

    private static SpoutReceiver open(Spout spout, String[] words) {
        return spout.receiver(value(words, "name", ""))
                .mode(ReceiveMode.valueOf(value(words, "mode", "LOWEST_LATENCY")))
                .open();
    }

    private static Duration seconds(String text) {
        return Duration.ofNanos((long) (Double.parseDouble(text) * 1e9));
    }

    private static String value(String[] words, String key, String otherwise) {
        for (String word : words) {
            if (!KEYS.contains(word.split("=", 2)[0])) {
                throw new IllegalArgumentException("\"" + word + "\" is no KEY=VALUE with a key of " + KEYS);
            }
        }
        return Arrays.stream(words).filter(word -> word.startsWith(key + "="))
                .map(word -> word.substring(key.length() + 1)).findFirst().orElse(otherwise);
    }
}
