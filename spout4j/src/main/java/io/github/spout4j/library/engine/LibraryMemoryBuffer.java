package io.github.spout4j.library.engine;

import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.SpoutException;
import io.github.spout4j.library.SpoutLibrary;
import io.github.spout4j.protocol.SenderName;

/** A memory buffer of the DLL, with an object of its own, which holds it open. */
final class LibraryMemoryBuffer implements MemoryBuffer {
    private final SpoutLibrary library;
    private final SenderName name;

    /** @param library closed with it */
    LibraryMemoryBuffer(SpoutLibrary library, SenderName name) {
        this.library = library;
        this.name = name;
    }

    /** Creates the buffer where there is none. */
    void create(int capacity) {
        if (capacity() <= 0 && !library.createMemoryBuffer(name.text(), capacity)) {
            throw new SpoutException("CreateMemoryBuffer of SpoutLibrary.dll failed for \"" + name
                    + "\"; its memory is in use for something else");
        }
    }

    void require() {
        if (capacity() <= 0) {
            throw new SpoutException("\"" + name + "\" has no memory buffer; its writer must create it");
        }
    }

    @Override
    public int capacity() {
        return library.getMemoryBufferSize(name.text());
    }

    @Override
    public void write(byte[] data) {
        if (!library.writeMemoryBuffer(name.text(), data)) {
            throw new SpoutException("WriteMemoryBuffer of SpoutLibrary.dll failed for \"" + name
                    + "\"; another program may hold it");
        }
    }

    @Override
    public byte[] read() {
        byte[] data = new byte[capacity()];
        if (library.readMemoryBuffer(name.text(), data) <= 0) {
            throw new SpoutException("ReadMemoryBuffer of SpoutLibrary.dll failed for \"" + name
                    + "\"; another program may hold it");
        }
        return data;
    }

    @Override
    public void close() {
        library.close();
    }
}
