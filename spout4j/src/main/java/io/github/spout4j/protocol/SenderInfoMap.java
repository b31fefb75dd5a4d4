package io.github.spout4j.protocol;

import io.github.spout4j.kernel.Glance;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NotNowException;
import io.github.spout4j.kernel.WaitResult;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.spout4j.SpoutException;

/**
 * The memory in which a sender tells about itself; its existence is the sender's sign of life (docs/protocol.md: Sender
 * info). An instance is the sender's own, held until it ends. A reader must not hold it, since that alone would keep a dead
 * sender alive for everybody: {@link #read} opens, reads and closes.
 */
public final class SenderInfoMap implements AutoCloseable {
    private final GuardedMemory memory;
    private final Optional<NamedMemory> traits;
    private final NameEncoding encoding;

    private SenderInfoMap(GuardedMemory memory, Optional<NamedMemory> traits, NameEncoding encoding) {
        this.memory = memory;
        this.traits = traits;
        this.encoding = encoding;
    }

    /** Creates the sender's info, filled, its traits before; empty where the name is held by anybody else. */
    static Optional<SenderInfoMap> create(KernelSystem system, SenderName name, SharedTextureInfo info,
            SenderTraits traits) {
        GuardedMemory memory = GuardedMemory.create(system.objects(), ObjectNames.info(name),
                SharedTextureInfoCodec.SIZE);
        if (!memory.created()) {
            memory.close();
            return Optional.empty();
        }
        SenderInfoMap map = new SenderInfoMap(memory, traits.publish(system.objects(), name), system.names());
        map.publish(info);
        return Optional.of(map);
    }

    /**
     * Replaces what readers see. A reader that stopped for a second inside its lock does not stop the sender: the info is
     * then written all the same.
     */
    public void publish(SharedTextureInfo info) {
        WaitResult result = memory.lock(Patience.ONCE_MILLIS);
        try {
            SharedTextureInfoCodec.write(info, memory.segment(), 0, encoding);
        } finally {
            if (result.owned()) {
                memory.unlock();
            }
        }
    }

    /** Says beside its promises whether the sender is paused. */
    void tellPaused(boolean paused) {
        traits.ifPresent(memory -> SenderTraits.tellPaused(memory, paused));
    }

    /** Whether a sender of this name lives; true where the system does not tell just now. */
    public static boolean exists(KernelObjects objects, SenderName name) {
        return exists(objects::memoryExists, name);
    }

    static boolean exists(Predicate<String> memoryExists, SenderName name) {
        try {
            return memoryExists.test(ObjectNames.info(name));
        } catch (SpoutException _) {
            return true;
        }
    }

    /**
     * Reads the info of the sender, if need be by opening and closing it. Where somebody keeps its mutex for over
     * {@link Patience#FRAME_MILLIS}, it is read without: whoever stopped in the middle of a look must not make the sender vanish
     * for all others. What is unusable then is no sender yet.
     *
     * @throws NotNowException where nobody can tell just now
     */
    public static InfoReading read(KernelSystem system, SenderName name) {
        try {
            return system.objects().glance(glance -> seen(glance, name, system.names())).map(SenderInfoMap::judge)
                    .orElseGet(() -> openAndRead(system, name));
        } catch (NotNowException e) {
            throw e;
        } catch (SpoutException e) {
            return new InfoReading.Unusable(e.getMessage());
        }
    }

    /** The info as it shows at a glance; empty where that is not to be had. */
    static Optional<SharedTextureInfo> seen(Glance glance, SenderName name, NameEncoding encoding) {
        String memory = ObjectNames.info(name);
        MemorySegment copy = MemorySegment.ofArray(new byte[SharedTextureInfoCodec.SIZE]);
        return glance.copyUnowned(memory, ObjectNames.guard(memory), copy)
                ? Optional.of(SharedTextureInfoCodec.read(copy, 0, encoding))
                : Optional.empty();
    }

    private static InfoReading openAndRead(KernelSystem system, SenderName name) {
        try (GuardedMemory memory = GuardedMemory.open(system.objects(), ObjectNames.info(name)).orElse(null)) {
            if (memory == null) {
                return InfoReading.MISSING;
            }
            if (memory.size() < SharedTextureInfoCodec.SIZE) {
                return new InfoReading.Unusable("its info has " + memory.size() + " bytes, not "
                        + SharedTextureInfoCodec.SIZE + ": it is no Spout sender");
            }
            return memory.tryLocked(Patience.FRAME_MILLIS, (bytes, _) -> decode(bytes, system.names()))
                    .orElseGet(() -> decode(memory.segment(), system.names()) instanceof InfoReading.Usable usable
                            ? usable
                            : InfoReading.MISSING); // half-written by who stopped in the middle of that
        }
    }

    private static InfoReading decode(MemorySegment bytes, NameEncoding encoding) {
        return judge(SharedTextureInfoCodec.read(bytes, 0, encoding));
    }

    private static InfoReading judge(SharedTextureInfo info) {
        if (info.blank()) {
            return InfoReading.MISSING; // made, and filled next
        }
        return info.problem().<InfoReading>map(InfoReading.Unusable::new).orElseGet(() -> new InfoReading.Usable(info));
    }

    /** Ends the sender's sign of life. Idempotent. */
    @Override
    public void close() {
        memory.close();
        traits.ifPresent(NamedMemory::close);
    }
}
