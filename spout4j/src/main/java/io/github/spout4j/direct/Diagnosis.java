package io.github.spout4j.direct;

import io.github.spout4j.Adapter;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.Finding;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SpoutSettings;
import io.github.spout4j.texture.TextureSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries what Spout needs of this system and says how it went. */
record Diagnosis(LocalSystem local, SenderNames names, SpoutSettings settings) {
    private static final double NEARLY_FULL = 0.9;
    private static final int MEGABYTE = 1 << 20;

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("engine", "direct: Spout's protocol in Java"));
        KernelSystem system = local.kernel();
        findings.add(transport());
        local.textures().map(TextureSystem::adapters).ifPresent(adapters -> adapters
                .forEach(adapter -> findings.add(Finding.ok("adapter " + adapter.index(), describe(adapter)))));
        List<Finding> named = new NameFindings(system.names(), names, local.sdkPrograms()).findings();
        findings.add(attempt("shared objects", "Spout programs cannot meet here", this::objects));
        findings.add(attempt("sender directory", "close all Spout programs and start them again", this::directory));
        findings.addAll(system.elsewhere());
        findings.addAll(named);
        findings.addAll(new SettingFindings(system.settings(), local.sdkPrograms()).findings());
        findings.addAll(textures());
        return findings;
    }

    private Finding transport() {
        if (local.textures().isEmpty()) {
            return Finding.ok("transport", "memory share");
        }
        Optional<String> unavailable = local.texturesUnavailable();
        if (unavailable.isPresent()) {
            return new Finding("transport", "memory share; textures cannot be shared here: " + unavailable.get(),
                    Level.WARNING, "update the graphics driver; without it only programs on memory share are reached");
        }
        return settings.memoryShare()
                ? new Finding("transport", "memory share, as Spout's settings ask for", Level.WARNING,
                        "most programs do not see its pixels; switch memory share off: spout settings memoryshare=off")
                : Finding.ok("transport", "shared texture");
    }

    private static String describe(Adapter adapter) {
        return adapter.name() + ", " + adapter.dedicatedMemory() / MEGABYTE + " MB"
                + (adapter.display() ? ", has a display" : "") + (adapter.software() ? ", draws by the CPU" : "");
    }

    /** On which adapter each sender's texture is. */
    private List<Finding> textures() {
        if (local.textures().isEmpty() || local.texturesUnavailable().isPresent()) {
            return List.of();
        }
        TextureSystem textures = local.textures().get();
        return names.list().stream().flatMap(name -> SenderInfos.find(local.kernel(), names, name).stream())
                .filter(sender -> sender.transport() == Transport.TEXTURE)
                .map(sender -> TextureFinding.of(sender.name(), sender.shareHandle(),
                        textures.locate(sender.shareHandle())))
                .toList();
    }

    private Finding objects() {
        KernelSystem system = local.kernel();
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
                        "it is nearly full: close senders, or " + SenderNames.MORE);
    }

    private static Finding attempt(String topic, String advice, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (SpoutException e) {
            return new Finding(topic, e.getMessage(), Level.PROBLEM, advice);
        }
    }
}
