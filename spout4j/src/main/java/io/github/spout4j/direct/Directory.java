package io.github.spout4j.direct;

import io.github.spout4j.Adapter;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import io.github.spout4j.Transport;
import io.github.spout4j.engine.DirectoryChanges;
import io.github.spout4j.engine.LostMemory;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import java.util.List;
import java.util.Optional;

/** The sender directory as users see it. */
final class Directory implements SenderDirectory {
    private final LocalSystem local;
    private final KernelSystem system;
    private final SenderNames names;
    private final Watch watch;
    private final LostMemory lost;

    Directory(LocalSystem local, SenderNames names, Watch watch, LostMemory lost) {
        this.local = local;
        system = local.kernel();
        this.names = names;
        this.watch = watch;
        this.lost = lost;
    }

    @Override
    public List<SenderInfo> list() {
        return lost.look(() -> {
            Optional<SenderName> active = names.active().get();
            return names.reports().stream().map(report -> SenderInfos.of(report, active)).toList();
        });
    }

    @Override
    public Optional<SenderInfo> find(String name) {
        SenderName checked = SenderName.of(name, system.names());
        return lost.look(
                () -> names.contains(checked) ? SenderInfos.find(system, names, checked) : Optional.empty());
    }

    @Override
    public Optional<SenderInfo> active() {
        return lost.look(
                () -> names.active().get().flatMap(name -> SenderInfos.find(system, name, Optional.of(name))));
    }

    @Override
    public boolean setActive(String name) {
        SenderName checked = SenderName.of(name, system.names());
        return lost.look(() -> names.active().set(checked));
    }

    @Override
    public Optional<Adapter> adapterOf(SenderInfo sender) {
        return sender.transport() == Transport.TEXTURE
                ? local.textures().flatMap(textures -> textures.locate(sender.shareHandle()))
                : Optional.empty();
    }

    @Override
    public int unreadable() {
        return lost.look(names::unreadable);
    }

    @Override
    public Optional<String> nameForSdk(String name) {
        SenderName checked = SenderName.of(name, system.names());
        return local.sdkPrograms() ? checked.forSdk(system.names()).map(SenderName::text) : Optional.empty();
    }

    @Override
    public int maximum() {
        return lost.look(names::capacity);
    }

    @Override
    public Subscription listen(SenderListener listener) {
        names.requireOpen();
        return DirectoryChanges.tell(listener, this, watch);
    }
}
