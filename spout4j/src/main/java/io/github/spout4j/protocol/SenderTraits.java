package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.Glance;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NotNowException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What a sender promises beyond what the SDK's senders do (docs/protocol.md: Sender traits). It stands in an object of its
 * own, so that nothing that the SDK reads is different.
 *
 * @param complete whether a frame is whole before it is counted and before its lock is released
 * @param counts   whether every frame is counted
 * @param ring     whether frames go by a ring (docs/protocol.md: Ring of frames), and so not by the memory share of 2.006
 */
public record SenderTraits(boolean complete, boolean counts, boolean ring) {
    /** What can be said of a sender that says nothing: it may count, and too early. */
    public static final SenderTraits UNKNOWN = new SenderTraits(false, false, false);

    private static final OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int SIZE = 16;
    private static final int VERSION = 0;
    private static final int FLAGS = 4;
    private static final int THIS_VERSION = 1;
    private static final int COMPLETE = 1;
    private static final int COUNTS = 2;
    private static final int PAUSED = 4;
    private static final int RING = 8;

    /** Of a sender without a ring. */
    public SenderTraits(boolean complete, boolean counts) {
        this(complete, counts, false);
    }

    /** Tells of them as long as the result is open; empty where there is nothing to tell, or the name is taken. */
    public Optional<NamedMemory> publish(KernelObjects objects, SenderName name) {
        if (equals(UNKNOWN)) {
            return Optional.empty();
        }
        NamedMemory memory;
        try {
            memory = objects.createMemory(ObjectNames.traits(name), SIZE);
        } catch (SpoutException _) {
            return Optional.empty(); // something else has that name: receivers take this sender for any other
        }
        if (memory.size() >= SIZE) {
            MemorySegment bytes = memory.segment();
            bytes.set(U32, FLAGS, (complete ? COMPLETE : 0) | (counts ? COUNTS : 0) | (ring ? RING : 0));
            bytes.set(U32, VERSION, THIS_VERSION);
        }
        return Optional.of(memory);
    }

    /**
     * Those of a living sender.
     *
     * @throws NotNowException where nobody can tell just now
     */
    public static SenderTraits read(KernelObjects objects, SenderName name) {
        int flags = flags(objects, name);
        return new SenderTraits((flags & COMPLETE) != 0, (flags & COUNTS) != 0, (flags & RING) != 0);
    }

    /** 0 where nothing is told that can be understood. */
    private static int flags(KernelObjects objects, SenderName name) {
        try {
            return objects.glance(glance -> flags(glance, name));
        } catch (NotNowException e) {
            throw e;
        } catch (SpoutException _) {
            return 0;
        }
    }

    private static int flags(Glance glance, SenderName name) {
        MemorySegment told = MemorySegment.ofArray(new byte[SIZE]);
        return glance.copy(ObjectNames.traits(name), told) && told.get(U32, VERSION) == THIS_VERSION
                ? told.get(U32, FLAGS)
                : 0;
    }

    /** Says in what {@link #publish} has made whether the sender is paused: no promise, since it comes and goes. */
    static void tellPaused(NamedMemory memory, boolean paused) {
        if (memory.size() >= SIZE) {
            MemorySegment bytes = memory.segment();
            int flags = bytes.get(U32, FLAGS);
            bytes.set(U32, FLAGS, paused ? flags | PAUSED : flags & ~PAUSED);
        }
    }

    /** Whether a living sender says that it is paused. */
    public static boolean paused(KernelObjects objects, SenderName name) {
        return (flags(objects, name) & PAUSED) != 0;
    }

    static boolean paused(Glance glance, SenderName name) {
        return (flags(glance, name) & PAUSED) != 0;
    }

    /** Whether the frame count alone tells which frame is there. */
    public boolean countsCompleteFrames() {
        return complete && counts;
    }
}
