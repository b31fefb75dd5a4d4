package io.github.spout4j.direct;

import io.github.spout4j.Finding.Level;
import io.github.spout4j.Finding;
import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SpoutSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tries what Spout needs of this system and says how it went. */
record Diagnosis(KernelSystem system, SenderNames names, SpoutSettings settings) {
    private static final double NEARLY_FULL = 0.9;

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("engine", "direct: Spout's protocol in Java"));
        findings.add(Finding.ok("transport", "memory share"));
        findings.add(attempt("shared objects", "Spout programs cannot meet here", this::objects));
        findings.add(Finding.ok("names", "written in " + system.names().description() + ", at most 255 bytes"));
        findings.add(attempt("sender directory", "close all Spout programs and start them again", this::directory));
        findings.add(Finding.ok("settings", settings.location() + ": MaxSenders " + settings.maxSenders()));
        findings.add(settings.countsFrames()
                ? Finding.ok("frame count", "on")
                : new Finding("frame count", "off", Level.WARNING,
                        "receivers cannot tell new frames from old ones; switch it on in SpoutSettings"));
        return findings;
    }

    private Finding objects() {
        String name = "spout4j-doctor-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        try (var memory = system.objects().createMemory(name, 1)) {
            memory.segment().fill((byte) 1);
            return Finding.ok("shared objects", system.description());
        }
    }

    private Finding directory() {
        int capacity = names.capacity();
        List<SenderName> senders = names.list();
        String value = senders.size() + " of " + capacity + " senders, active: "
                + names.active().get().map(SenderName::text).orElse("none");
        return senders.size() < capacity * NEARLY_FULL
                ? Finding.ok("sender directory", value)
                : new Finding("sender directory", value, Level.WARNING,
                        "it is nearly full: close senders or raise MaxSenders in SpoutSettings");
    }

    private static Finding attempt(String topic, String advice, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (SpoutException e) {
            return new Finding(topic, e.getMessage(), Level.PROBLEM, advice);
        }
    }
}
