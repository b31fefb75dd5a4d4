package io.github.spout4j.direct;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import java.util.ArrayList;
import java.util.List;

/**
 * How names are written, and which of them somebody does not see.
 *
 * @param sdkPrograms whether this system has programs on the C++ SDK
 */
record NameFindings(NameEncoding encoding, SenderNames names, boolean sdkPrograms) {
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("names", "written in " + encoding.description() + ", at most 255 bytes"));
        int unreadable = names.unreadable();
        if (unreadable > 0) {
            findings.add(new Finding("names",
                    unreadable + (unreadable == 1 ? " name" : " names") + " not shown: no text in this encoding",
                    Level.WARNING, "give those senders names in ASCII"));
        }
        findings.addAll(swept());
        if (sdkPrograms) {
            names.list().forEach(name -> name.forSdk(encoding).ifPresent(seen -> findings.add(hidden(name, seen))));
        }
        return findings;
    }

    /** Takes the names of dead senders off the list, and tells which. */
    private List<Finding> swept() {
        List<SenderName> stale = names.stale();
        if (stale.isEmpty()) {
            return List.of();
        }
        names.sweep();
        List<SenderName> left = names.stale();
        return stale.stream().filter(name -> !left.contains(name) && !names.contains(name)).map(name -> new Finding(
                "sender \"" + name + "\"", "it was listed, but its program has ended without taking its name off",
                Level.WARNING, "its name is off the list now; start its program again")).toList();
    }

    private static Finding hidden(SenderName name, SenderName seen) {
        return new Finding("sender \"" + name + "\"",
                "programs on the Spout SDK do not see it: its name does not begin with an ASCII character",
                Level.WARNING,
                "call it \"" + seen + "\"");
    }
}
