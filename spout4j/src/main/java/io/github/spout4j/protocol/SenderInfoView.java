package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NotNowException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A sender's info, held open by a receiver while frames come, so that looking at it costs nothing. Single numbers are read
 * without the info's mutex; where they must belong together, own the lock under which the sender changes them. Holding it
 * keeps the sender's sign of life: close it as soon as frames stay away. Allocates nothing once open.
 */
public final class SenderInfoView implements AutoCloseable {
    private final NamedMemory memory;
    private final MemorySegment bytes;

    private SenderInfoView(NamedMemory memory) {
        this.memory = memory;
        bytes = memory.segment();
    }

    /**
     * Opens the info of a sender; empty where there is none that could be read: {@link SenderInfoMap#read} says why.
     *
     * @throws NotNowException where nobody can tell just now
     */
    public static Optional<SenderInfoView> open(KernelObjects objects, SenderName name) {
        NamedMemory memory;
        try {
            memory = objects.openMemory(ObjectNames.info(name)).orElse(null);
        } catch (NotNowException e) {
            throw e;
        } catch (SpoutException _) {
            return Optional.empty();
        }
        if (memory == null) {
            return Optional.empty();
        }
        if (memory.size() < SharedTextureInfoCodec.SIZE) {
            memory.close();
            return Optional.empty();
        }
        return Optional.of(new SenderInfoView(memory));
    }

    public int shareHandle() {
        return SharedTextureInfoCodec.shareHandle(bytes);
    }

    /** As published: any value is possible. */
    public int width() {
        return SharedTextureInfoCodec.width(bytes);
    }

    /** As published: any value is possible. */
    public int height() {
        return SharedTextureInfoCodec.height(bytes);
    }

    /** As published: see {@link DxgiFormat}. */
    public int format() {
        return SharedTextureInfoCodec.format(bytes);
    }

    @Override
    public void close() {
        memory.close();
    }
}
