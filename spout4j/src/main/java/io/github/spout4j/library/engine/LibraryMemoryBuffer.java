package io.github.spout4j.library.engine;

import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.SpoutException;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.SenderName;

/** A memory buffer of the DLL, with an object of its own, which holds it open. */
final class LibraryMemoryBuffer implements MemoryBuffer {
    private final SpoutLibrary library;
    private final SenderName name;
    private final int capacity;
    private final Runnable ended;

    /** @param ended run when the buffer has closed */
    LibraryMemoryBuffer(SpoutLibrary library, SenderName name, Runnable ended) {
        this.library = library;
        this.name = name;
        this.ended = ended;
        capacity = library.getMemoryBufferSize(name.text());
    }

    /** Creates the buffer of a name where there is none. */
    static void create(SpoutLibrary library, SenderName name, int capacity) {
        if (library.getMemoryBufferSize(name.text()) <= 0 && !library.createMemoryBuffer(name.text(), capacity)) {
            throw new SpoutException("CreateMemoryBuffer of SpoutLibrary.dll failed for \"" + name
                    + "\"; its memory is in use for something else");
        }
    }

    static void require(SpoutLibrary library, SenderName name) {
        if (library.getMemoryBufferSize(name.text()) <= 0) {
            throw new SpoutException("\"" + name + "\" has no memory buffer; its writer must create it");
        }
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public void write(byte[] data) {
        if (data.length > capacity) {
            throw new IllegalArgumentException(
                    "the data has " + data.length + " bytes; the buffer of \"" + name + "\" takes " + capacity);
        }
        if (!library.writeMemoryBuffer(name.text(), data)) {
            throw new SpoutException("WriteMemoryBuffer of SpoutLibrary.dll failed for \"" + name
                    + "\"; another program may hold it");
        }
    }

    @Override
    public byte[] read() {
        byte[] data = new byte[capacity];
        if (library.readMemoryBuffer(name.text(), data) <= 0) {
            throw new SpoutException("ReadMemoryBuffer of SpoutLibrary.dll failed for \"" + name
                    + "\"; another program may hold it");
        }
        return data;
    }

    @Override
    public void close() {
        library.close();
        ended.run();
    }
}
