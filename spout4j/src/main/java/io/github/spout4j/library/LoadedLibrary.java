package io.github.spout4j.library;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.win32.Win32System;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A SpoutLibrary.dll that was tried, loaded and understood; once for a file. */
final class LoadedLibrary {
    private static final Map<Path, LoadedLibrary> LOADED = new ConcurrentHashMap<>();

    private final SpoutLibraryDll dll;
    private final VtableLayout layout;
    private final CText text;
    private final CppObjects objects;
    private final String build;
    private Functions functions;
    private long vtable;

    private LoadedLibrary(SpoutLibraryDll dll, VtableLayout layout) {
        this.dll = dll;
        this.layout = layout;
        text = new CText(new Win32System().names());
        objects = new CppObjects(RuntimeHeap.of(dll.image()));
        build = layout + ", " + dll.file();
    }

    /** @throws SpoutException where the file cannot be used */
    static LoadedLibrary of(Path file) {
        Path real = real(file);
        return LOADED.computeIfAbsent(real, _ -> load(real));
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return file.toAbsolutePath(); // PeImage says what is wrong with it
        }
    }

    private static LoadedLibrary load(Path file) {
        PeImage image = PeImage.read(file).requireGetSpout();
        RuntimeHeap.requireRelease(image);
        TrialProcess.run(file);
        SpoutLibraryDll dll = SpoutLibraryDll.load(file);
        SpoutObject first = dll.newObject();
        VtableLayout layout = first.layout();
        first.release();
        return new LoadedLibrary(dll, layout);
    }

    SpoutLibrary newObject() {
        SpoutObject object = dll.newObject();
        return new SpoutLibrary("an object of SpoutLibrary.dll " + build, layout, functions(object), object.address(),
                text, objects);
    }

    /** Objects of one class have one vtable. */
    private synchronized Functions functions(SpoutObject object) {
        if (vtable != object.vtable()) {
            functions = new Functions(build, layout, object::function);
            vtable = object.vtable();
        }
        return functions;
    }
}
