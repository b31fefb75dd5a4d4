package io.github.spout4j.library.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.Finding;
import io.github.spout4j.FrameSync;
import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.Settings;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.engine.Connection;
import io.github.spout4j.engine.FrameReceiver;
import io.github.spout4j.engine.FrameSender;
import io.github.spout4j.engine.OpenObjects;
import io.github.spout4j.engine.ReceiverBuilder;
import io.github.spout4j.engine.ReceiverOptions;
import io.github.spout4j.engine.SenderBuilder;
import io.github.spout4j.engine.SenderOptions;
import io.github.spout4j.engine.SharedFrameSync;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.win32.Win32System;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.SenderName;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** All that one user of the library engine has open. */
final class LibrarySpout implements Spout {
    private final Path dll;
    private final SpoutLibrary library;
    private final KernelSystem system = new Win32System();
    private final Watch watch = new Watch();
    private final OpenObjects opened = new OpenObjects();
    private final LibraryDirectory directory;

    LibrarySpout(Path dll) {
        this.dll = dll;
        library = SpoutLibrary.open(dll);
        directory = new LibraryDirectory(library, system.names(), watch);
    }

    @Override
    public String engine() {
        return LibraryEngine.NAME;
    }

    private SpoutLibrary newLibrary() {
        return SpoutLibrary.open(dll);
    }

    @Override
    public SpoutSender.Builder sender(String name) {
        opened.requireOpen();
        return new SenderBuilder(directory.name(name), this::openSender);
    }

    private SpoutSender openSender(SenderOptions options) {
        opened.requireOpen();
        requireSending(options);
        String owner = "the sender \"" + options.name() + "\"";
        GlThread gl = GlThread.start(owner, this::newLibrary);
        LibraryWriter writer;
        try {
            writer = LibraryWriter.open(gl, options.name(), options.shape());
            requireTransport(options, writer);
        } catch (RuntimeException | Error e) {
            gl.close();
            throw e;
        }
        return opened.add(owner, gl,
                ended -> new FrameSender(writer.openedName(), gl::close, writer, options.shape(), options.alpha(),
                        ended));
    }

    private static void requireSending(SenderOptions options) {
        PixelFormat format = options.shape().format();
        if (format != PixelFormat.RGBA8 && format != PixelFormat.BGRA8) {
            throw new SpoutException("the sender \"" + options.name() + "\" cannot send " + format
                    + ": SpoutLibrary.dll takes RGBA8 and BGRA8; use one of these, or the direct engine");
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
                    + ", and Spout's settings say otherwise to SpoutLibrary.dll; change them in SpoutSettings");
        }
    }

    @Override
    public SpoutReceiver.Builder receiver() {
        opened.requireOpen();
        return new ReceiverBuilder(options -> openReceiver(null, options));
    }

    @Override
    public SpoutReceiver.Builder receiver(String name) {
        opened.requireOpen();
        SenderName checked = directory.name(name);
        return new ReceiverBuilder(options -> openReceiver(checked, options));
    }

    private SpoutReceiver openReceiver(SenderName wanted, ReceiverOptions options) {
        opened.requireOpen();
        LibraryFinder finder = new LibraryFinder(directory, system.objects(), wanted);
        String owner = "the receiver of " + finder.describe();
        if (options.transport().filter(Transport.MEMORY::equals).isPresent() || options.adapter().isPresent()) {
            throw new SpoutException(
                    owner + " asks for memory share or an adapter, which SpoutLibrary.dll lets nobody choose;"
                            + " use the direct engine");
        }
        GlThread gl = GlThread.start(owner, this::newLibrary);
        Connection connection = new Connection(finder.on(gl));
        AutoCloseable resources = () -> {
            try (gl; connection) {
                // both end: the connection first
            }
        };
        return opened.add(owner, resources, ended -> new FrameReceiver(connection, options.alpha(), () -> {
            gl.close();
            ended.run();
        }));
    }

    @Override
    public SenderDirectory senders() {
        opened.requireOpen();
        return directory;
    }

    @Override
    public List<Adapter> adapters() {
        opened.requireOpen();
        return List.of();
    }

    @Override
    public MemoryBuffer createMemoryBuffer(String name, int capacity) {
        opened.requireOpen();
        SenderName checked = directory.name(name);
        if (capacity < 1) {
            throw new IllegalArgumentException("the capacity is " + capacity + " bytes; it must be 1 or more");
        }
        return memoryBuffer(checked, buffers -> LibraryMemoryBuffer.create(buffers, checked, capacity));
    }

    @Override
    public MemoryBuffer openMemoryBuffer(String name) {
        opened.requireOpen();
        SenderName checked = directory.name(name);
        return memoryBuffer(checked, buffers -> LibraryMemoryBuffer.require(buffers, checked));
    }

    private MemoryBuffer memoryBuffer(SenderName name, Consumer<SpoutLibrary> opening) {
        SpoutLibrary buffers = newLibrary();
        try {
            opening.accept(buffers);
        } catch (RuntimeException | Error e) {
            buffers.close();
            throw e;
        }
        return opened.add("the memory buffer of \"" + name + "\"", buffers,
                ended -> new LibraryMemoryBuffer(buffers, name, ended));
    }

    /** Not through the DLL: builds differ in what the first signal and the first wait of an object do. */
    @Override
    public FrameSync frameSync(String name) {
        opened.requireOpen();
        SenderName checked = directory.name(name);
        var event = new io.github.spout4j.protocol.FrameSync(system.objects(), checked);
        return opened.add("the frame sync of \"" + checked + "\"", event, ended -> new SharedFrameSync(event, ended));
    }

    @Override
    public Settings settings() {
        opened.requireOpen();
        return new LibrarySettings(library);
    }

    @Override
    public List<Finding> diagnose() {
        opened.requireOpen();
        return new LibraryDiagnosis(dll, library, this::newLibrary).findings();
    }

    @Override
    public void close() {
        opened.close();
        watch.close();
        library.close();
    }
}
