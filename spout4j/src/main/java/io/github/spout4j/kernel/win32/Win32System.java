package io.github.spout4j.kernel.win32;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.Settings;

/** Windows: named kernel objects, the registry and the ANSI code page. */
public final class Win32System implements KernelSystem {
    private final NameEncoding names = new AnsiNames();
    private final KernelObjects objects = new Win32Objects(names);
    private final Settings settings = new RegistrySettings();

    @Override
    public String description() {
        return "Windows kernel objects" + Wine.version().map(version -> " of Wine " + version).orElse("");
    }

    @Override
    public KernelObjects objects() {
        return objects;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public NameEncoding names() {
        return names;
    }
}
