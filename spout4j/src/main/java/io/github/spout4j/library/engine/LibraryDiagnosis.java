package io.github.spout4j.library.engine;

import io.github.spout4j.Finding.Level;
import io.github.spout4j.Finding;
import io.github.spout4j.Settings;
import io.github.spout4j.SpoutException;
import io.github.spout4j.engine.UncountedFrames;
import io.github.spout4j.library.SpoutLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tries what sharing through the DLL needs and says how it went. */
record LibraryDiagnosis(Path dll, SpoutLibrary library, Settings settings, Supplier<SpoutLibrary> libraries) {
    private static final int NAME_BYTES = 256;

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("engine", "library: the official SpoutLibrary.dll"));
        findings.add(Finding.ok("library", dll.toString()));
        findings.add(Finding.ok("version", library.layout().toString()));
        findings.add(Finding.ok("sender directory",
                library.getSenderCount() + " of " + library.getMaxSenders() + " senders, active: "
                        + library.getActiveSender().filter(name -> !name.isEmpty()).orElse("none")));
        findings.add(adapters());
        findings.add(sharing());
        findings.add(Finding.ok("settings", settings.location()));
        findings.add(Finding.ok("setting MaxSenders", Integer.toString(settings.maxSenders())));
        findings.add(frameCount());
        return findings;
    }

    private Finding frameCount() {
        return settings.frameCount()
                ? Finding.ok("setting Framecount", "1: senders count their frames")
                : UncountedFrames.finding("setting Framecount", "0: programs on the SDK do not count their frames");
    }

    private Finding adapters() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < library.getNumAdapters(); i++) {
            library.getAdapterName(i, NAME_BYTES).ifPresent(names::add);
        }
        return names.isEmpty()
                ? new Finding("graphics adapters", "none", Level.PROBLEM, "install a graphics driver")
                : Finding.ok("graphics adapters", String.join(", ", names));
    }

    private Finding sharing() {
        try (GlThread gl = GlThread.start("the diagnosis", libraries)) {
            gl.run(() -> {
                if (!gl.library().openDirectX11()) {
                    throw gl.failed("OpenDirectX11");
                }
            });
            return Finding.ok("sharing", "OpenGL and Direct3D 11 open");
        } catch (SpoutException e) {
            return new Finding("sharing", e.getMessage(), Level.PROBLEM, "use the direct engine");
        }
    }
}
