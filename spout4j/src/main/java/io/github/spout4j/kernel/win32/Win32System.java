package io.github.spout4j.kernel.win32;

import io.github.spout4j.Finding;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.Settings;
import java.util.List;

/** Windows: named kernel objects, the registry and the ANSI code page. */
public record Win32System(KernelObjects objects, Settings settings, NameEncoding names) implements KernelSystem {
    public Win32System() {
        this(new AnsiNames());
    }

    private Win32System(NameEncoding names) {
        this(new Win32Objects(names), new RegistrySettings(), names);
    }

    @Override
    public String description() {
        return "Windows kernel objects" + Wine.version().map(version -> " of Wine " + version).orElse("");
    }

    @Override
    public List<Finding> elsewhere() {
        return Sessions.now().elsewhere().stream().toList();
    }
}
