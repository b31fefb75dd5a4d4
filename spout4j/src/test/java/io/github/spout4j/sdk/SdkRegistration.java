package io.github.spout4j.sdk;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.protocol.NameBytes;
import io.github.spout4j.protocol.SenderTable;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.protocol.SharedTextureInfoCodec;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.NavigableSet;

/**
 * A sender's place in the directory and its info, as the C++ SDK makes them (spoutSenderNames): the name is listed and made
 * active under the directory's mutex, the info is made after that, outside of it, and filled last. An abandoned mutex is a
 * failure there, and is never given back.
 */
final class SdkRegistration implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 67;
    private static final long DIRECTORY_BYTES = SenderTable.bytes(64);

    private final KernelSystem system;
    private final NameBytes name;
    private final NamedMemory directory;
    private final NamedMutex directoryMutex;
    private final NamedMemory active;
    private final NamedMutex activeMutex;
    private final NamedMemory info;
    private final NamedMutex infoMutex;

    private SdkRegistration(KernelSystem system, String text) {
        this.system = system;
        name = NameBytes.of(system.names().encode(text).orElseThrow());
        KernelObjects objects = system.objects();
        directory = objects.createMemory("SpoutSenderNames", DIRECTORY_BYTES);
        directoryMutex = objects.createMutex("SpoutSenderNames_mutex");
        active = objects.createMemory("ActiveSenderName", NameBytes.FIELD);
        activeMutex = objects.createMutex("ActiveSenderName_mutex");
        list();
        info = objects.createMemory(text, SharedTextureInfoCodec.SIZE);
        infoMutex = objects.createMutex(text + "_mutex");
    }

    static SdkRegistration create(KernelSystem system, String name, Canvas canvas) {
        SdkRegistration registration = new SdkRegistration(system, name);
        registration.update(canvas);
        return registration;
    }

    /** Where the directory is not to be had, the sender goes on without being listed. */
    private void list() {
        if (!locked(directoryMutex)) {
            return;
        }
        NavigableSet<NameBytes> names = SenderTable.decode(directory.segment());
        names.add(name);
        SenderTable.encode(names, directory.segment());
        activate(name);
        directoryMutex.release();
    }

    private void activate(NameBytes chosen) {
        if (locked(activeMutex)) {
            chosen.write(active.segment(), 0);
            activeMutex.release();
        }
    }

    /** Writes the info anew. */
    void update(Canvas canvas) {
        if (locked(infoMutex)) {
            String program = ProcessHandle.current().info().command().orElse("");
            SharedTextureInfoCodec.write(new SharedTextureInfo(canvas.shareHandle(), canvas.width(), canvas.height(),
                    canvas.format(), 0, program, canvas.partnerId()), info.segment(), 0, system.names());
            infoMutex.release();
        }
    }

    private static boolean locked(NamedMutex mutex) {
        return mutex.acquire(PATIENCE_MILLIS) == WaitResult.SIGNALLED;
    }

    @Override
    public void close() {
        if (locked(directoryMutex)) {
            info.close();
            NavigableSet<NameBytes> names = SenderTable.decode(directory.segment());
            names.remove(name);
            SenderTable.encode(names, directory.segment());
            if (!names.isEmpty() && (names.size() == 1 || isActive())) {
                activate(names.first());
            }
            directoryMutex.release();
        }
        info.close();
        infoMutex.close();
        active.close();
        activeMutex.close();
        directory.close();
        directoryMutex.close();
    }

    private boolean isActive() {
        MemorySegment field = active.segment().asSlice(0, NameBytes.FIELD);
        return NameBytes.read(field, 0).filter(read -> Arrays.equals(read.toArray(), name.toArray())).isPresent();
    }
}
