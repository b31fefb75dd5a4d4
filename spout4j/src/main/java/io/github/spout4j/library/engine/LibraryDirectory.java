package io.github.spout4j.library.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import io.github.spout4j.Transport;
import io.github.spout4j.engine.DirectoryChanges;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.library.SpoutSenderNames.TextureInfo;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sender directory, as the DLL tells it. It says nothing of frame numbers and of the sharing bits. */
final class LibraryDirectory implements SenderDirectory {
    private static final int NAME_BYTES = 256;
    private static final int PATH_BYTES = 256;

    private final SpoutLibrary library;
    private final KernelSystem system;
    private final Watch watch;

    LibraryDirectory(SpoutLibrary library, KernelSystem system, Watch watch) {
        this.library = library;
        this.system = system;
        this.watch = watch;
    }

    SenderName name(String text) {
        return SenderName.of(text, system.names());
    }

    @Override
    public List<SenderInfo> list() {
        List<SenderInfo> senders = new ArrayList<>();
        int count = library.getSenderCount();
        for (int i = 0; i < count; i++) {
            library.getSender(i, NAME_BYTES).flatMap(this::look).ifPresent(senders::add);
        }
        return List.copyOf(senders);
    }

    @Override
    public Optional<SenderInfo> find(String name) {
        String checked = name(name).text();
        return library.findSenderName(checked) ? look(checked) : Optional.empty();
    }

    private Optional<SenderInfo> look(String name) {
        return library.getSenderInfo(name).filter(LibraryDirectory::isThere).map(info -> info(name, info));
    }

    /** A sender that has just begun to tell about itself has no size yet. */
    private static boolean isThere(TextureInfo info) {
        return info.width() > 0 && info.height() > 0;
    }

    private SenderInfo info(String name, TextureInfo info) {
        String host = library.getHostPath(name, PATH_BYTES).orElse("");
        boolean active = library.getActiveSender().filter(name::equals).isPresent();
        return new SenderInfo(name, info.width(), info.height(), info.dxgiFormat(),
                info.handle() != 0 ? Transport.TEXTURE : Transport.MEMORY, info.handle(), host, 0, active, 0,
                SenderTraits.paused(system.objects(), name(name)));
    }

    /** From any thread. */
    Optional<SenderName> activeName() {
        return library.getActiveSender().filter(name -> !name.isEmpty()).map(this::name);
    }

    @Override
    public Optional<SenderInfo> active() {
        return activeName().map(SenderName::text).flatMap(this::look);
    }

    @Override
    public boolean setActive(String name) {
        String checked = name(name).text();
        return library.findSenderName(checked) && library.setActiveSender(checked);
    }

    /** The DLL tells names as they are; those that cannot be told are not counted. */
    @Override
    public int unreadable() {
        return 0;
    }

    @Override
    public Optional<String> nameForSdk(String name) {
        return name(name).forSdk(system.names()).map(SenderName::text);
    }

    @Override
    public int maximum() {
        return library.getMaxSenders();
    }

    @Override
    public Optional<Adapter> adapterOf(SenderInfo sender) {
        return Optional.empty();
    }

    @Override
    public Subscription listen(SenderListener listener) {
        library.getSenderCount(); // throws where Spout is closed
        return DirectoryChanges.tell(listener, this, watch);
    }
}
