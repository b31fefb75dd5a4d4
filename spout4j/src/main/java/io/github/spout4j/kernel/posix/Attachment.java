package io.github.spout4j.kernel.posix;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** One process's hold on one object, shared by all its handles. */
final class Attachment {
    final String name;
    final ObjectKind kind;
    final ObjectFile file;
    final long size;
    final int maximum;
    final MutexOwner owner = new MutexOwner();
    /** What stands in a mutex that this process owns. */
    final int token;
    final Path directory;
    private final byte[] nameBytes;
    /** Guarded by the {@link ObjectDirectory}. */
    int handles;
    /** Whether another program has taken its file away; never false again. */
    volatile boolean lost;

    Attachment(String name, byte[] nameBytes, ObjectKind kind, ObjectFile file, int token, Path directory) {
        this.name = name;
        this.nameBytes = nameBytes;
        this.kind = kind;
        this.file = file;
        this.size = Math.clamp(file.size(), 0, Math.max(file.bytes().byteSize() - ObjectLayout.PAYLOAD, 0));
        this.maximum = file.maximum();
        this.token = token;
        this.directory = directory;
    }

    /** Sees to it that others find the object. */
    void mend() {
        file.mend(nameBytes, kind);
    }

    /** The object's word, without a guard against unmapping: for those who hold the {@link ObjectDirectory}'s lock. */
    MemorySegment rawWord() {
        return ObjectLayout.word(file.bytes(), ObjectLayout.STATE);
    }
}
