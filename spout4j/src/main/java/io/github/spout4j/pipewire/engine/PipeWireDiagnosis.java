package io.github.spout4j.pipewire.engine;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.pipewire.LibraryFile;
import io.github.spout4j.protocol.SenderName;
import java.util.List;

/** What there is of PipeWire, and how well. */
record PipeWireDiagnosis(DaemonLink link, PipeWireDirectory directory) {
    List<Finding> findings() {
        NamedNodes nodes = directory.nodes();
        return List.of(Finding.ok("engine", "pipewire: nodes of PipeWire"),
                Finding.ok("libpipewire", LibraryFile.version()),
                link.now().isPresent()
                        ? Finding.ok("daemon", "answers")
                        : new Finding("daemon", "has gone", Level.PROBLEM,
                                "start the service pipewire of your session"),
                Finding.ok("senders", nodes.all().size() + ", active: "
                        + directory.activeName().map(SenderName::text).orElse("none")),
                unreadable(nodes.unreadable()));
    }

    private static Finding unreadable(int count) {
        return count == 0
                ? Finding.ok("unreadable names", "none")
                : new Finding("unreadable names", Integer.toString(count), Level.WARNING,
                        "nodes whose names are empty or longer than 255 bytes are not listed");
    }
}
