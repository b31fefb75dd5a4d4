package io.github.spout4j.kernel.posix;

import java.lang.foreign.MemorySegment;

/** An object's file as one sees it who does not hold it: open and mapped, without a lock on it. */
final class Sight {
    final ObjectKind kind;
    /** Bytes of memory that are there to be read. */
    final long size;
    /** Who last saw that somebody holds it, and when. */
    Object seenBy;
    long seenAt;
    private final ObjectFile file;
    private Sight guard;

    Sight(ObjectFile file, ObjectKind kind) {
        this.file = file;
        this.kind = kind;
        size = Math.min(file.size(), file.bytes().byteSize() - ObjectLayout.PAYLOAD);
    }

    void seen(Object glance, long now) {
        seenBy = glance;
        seenAt = now;
    }

    /** Whether somebody holds it; needs the directory's lock. Once nobody does, it is to be closed. */
    boolean held(MemorySegment callState) {
        return file.held(callState);
    }

    boolean gone() {
        return file.gone() || guard != null && guard.gone();
    }

    void copy(MemorySegment into) {
        MemorySegment.copy(file.bytes(), ObjectLayout.PAYLOAD, into, 0, into.byteSize());
    }

    /** A word of the head now. */
    int word(long offset) {
        return (int) ObjectLayout.WORD.getVolatile(ObjectLayout.word(file.bytes(), offset));
    }

    /** The mutex that lives as long as this memory; null where it was not seen yet. */
    Sight guard() {
        return guard;
    }

    void guardedBy(Sight mutex) {
        guard = mutex;
    }

    void close() {
        file.abandon();
        file.unmap();
        if (guard != null) {
            guard.close();
        }
    }
}
