package io.github.spout4j.library.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.Finding;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.Settings;
import io.github.spout4j.SpoutException;
import io.github.spout4j.Transport;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.engine.EngineSession;
import io.github.spout4j.engine.Finder;
import io.github.spout4j.engine.ListedSender;
import io.github.spout4j.engine.ReceiverOptions;
import io.github.spout4j.engine.SenderOptions;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.win32.Win32System;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.FrameSync;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SpoutSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What one user has of the library engine. */
final class LibrarySession implements EngineSession {
    private final Path dll;
    private final SpoutLibrary library;
    private final KernelSystem system = new Win32System();
    private final LibraryDirectory directory;

    LibrarySession(Path dll, Watch watch) {
        this.dll = dll;
        library = SpoutLibrary.open(dll);
        directory = new LibraryDirectory(library, system, watch);
    }

    @Override
    public String engine() {
        return LibraryEngine.NAME;
    }

    @Override
    public NameEncoding names() {
        return system.names();
    }

    private SpoutLibrary newLibrary() {
        return SpoutLibrary.open(dll);
    }

    @Override
    public ListedSender sender(SenderOptions options) {
        requireSending(options);
        GlThread gl = GlThread.start("the sender \"" + options.name() + "\"", this::newLibrary);
        Optional<SenderName> before = directory.activeName();
        try {
            LibraryWriter writer = LibraryWriter.open(gl, options.name(), options.shape(),
                    format -> way(gl, options.name(), format));
            requireTransport(options, writer);
            if (!options.activated()) {
                before.ifPresent(active -> library.setActiveSender(active.text()));
            }
            return new ListedSender(writer.openedName(), Optional.empty(), new LibraryListing(gl), writer);
        } catch (RuntimeException | Error e) {
            gl.close();
            throw e;
        }
    }

    private SendingWay way(GlThread gl, SenderName name, PixelFormat format) {
        requireShared(name, format);
        SenderLock lock = new SenderLock(system.objects(), directory::name);
        return DllFormat.isImage(format)
                ? new SentImages(gl, lock)
                : new SentTextures(gl, system.objects(), lock);
    }

    private void requireShared(SenderName name, PixelFormat format) {
        if (!DllFormat.isShared(format)) {
            throw new SpoutException("the sender \"" + name + "\" cannot send " + format
                    + ": SpoutLibrary.dll shares " + DllFormat.shared() + "; use one of these, or the direct engine");
        }
        if (!DllFormat.isImage(format) && !DllTexture.isGivenBy(library.layout())) {
            throw new SpoutException("the sender \"" + name + "\" cannot send " + format + ": SpoutLibrary.dll "
                    + library.layout() + " takes RGBA8 and BGRA8 alone; use one of these, a build of 2.007.017, or the "
                    + "direct engine");
        }
    }

    private void requireSending(SenderOptions options) {
        options.requireNoCamera(LibraryEngine.NAME);
        requireShared(options.name(), options.shape().format());
        if (options.alsoMemory()) {
            throw new SpoutException("the sender \"" + options.name()
                    + "\" asks for memory share beside a texture, which SpoutLibrary.dll cannot; use the direct engine");
        }
        if (options.sharing() != Texture.Sharing.PLAIN || options.adapter().isPresent()) {
            throw new SpoutException("the sender \"" + options.name()
                    + "\" asks for an adapter or a keyed mutex, which SpoutLibrary.dll lets nobody choose; use the direct "
                    + "engine");
        }
    }

    private static void requireTransport(SenderOptions options, LibraryWriter writer) {
        if (options.transport().filter(wanted -> wanted != writer.transport()).isPresent()) {
            throw new SpoutException("the sender \"" + options.name() + "\" insists on "
                    + options.transport().get().description()
                    + ", and Spout's settings say otherwise to SpoutLibrary.dll; spout settings shows and changes them");
        }
    }

    @Override
    public Finder finder(String receiver, ReceiverOptions options) {
        if (options.transport().filter(Transport.MEMORY::equals).isPresent() || options.adapter().isPresent()) {
            throw new SpoutException(
                    receiver + " asks for memory share or an adapter, which SpoutLibrary.dll lets nobody choose;"
                            + " use the direct engine");
        }
        return new LibraryFinder(directory, system.objects(), GlThread.start(receiver, this::newLibrary));
    }

    @Override
    public SenderDirectory senders() {
        return directory;
    }

    @Override
    public List<Adapter> adapters() {
        return List.of();
    }

    @Override
    public MemoryBuffer createMemoryBuffer(SenderName name, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("the capacity is " + capacity + " bytes; it must be 1 or more");
        }
        return memoryBuffer(name, buffer -> buffer.create(capacity));
    }

    @Override
    public MemoryBuffer openMemoryBuffer(SenderName name) {
        return memoryBuffer(name, LibraryMemoryBuffer::require);
    }

    private MemoryBuffer memoryBuffer(SenderName name, Consumer<LibraryMemoryBuffer> opening) {
        LibraryMemoryBuffer buffer = new LibraryMemoryBuffer(newLibrary(), name);
        try {
            opening.accept(buffer);
            return buffer;
        } catch (RuntimeException | Error e) {
            buffer.close();
            throw e;
        }
    }

    /** Not through the DLL: builds differ in what the first signal and the first wait of an object do. */
    @Override
    public FrameSync frameSync(SenderName name) {
        return new FrameSync(system.objects(), name);
    }

    @Override
    public Settings settings() {
        return new LibrarySettings(library, new SpoutSettings(system.settings()));
    }

    @Override
    public List<Finding> diagnose() {
        return new LibraryDiagnosis(dll, library, settings(), this::newLibrary).findings();
    }

    @Override
    public void close() {
        library.close();
    }
}
