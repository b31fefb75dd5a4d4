package io.github.spout4j;

import java.util.List;
import java.util.Optional;

/**
 * The sender directory: who sends, and which is the active sender. Thread-safe; every call looks afresh, and may wait
 * for another program that is just changing the directory, 1 s at most; where it cannot do without, it throws
 * {@link SpoutException} after that. IllegalStateException after its {@link Spout} was closed.
 *
 * {@snippet file="Senders.java" region="all"}
 *
 * <p>On the wire: docs/protocol.md, Directory and Active sender.
 */
public interface SenderDirectory {
    /** {@return all live senders, in the order of their names' bytes; those whose program died are swept} */
    List<SenderInfo> list();

    /**
     * Finds a sender.
     *
     * @param name its exact name
     * @return the live sender of that name; empty where there is none
     * @throws IllegalArgumentException where no sender can have that name
     */
    Optional<SenderInfo> find(String name);

    /** {@return the active sender: the one that opened last or was chosen; empty where there is none} */
    Optional<SenderInfo> active();

    /**
     * Makes a sender the active one, for all programs.
     *
     * @param name its exact name
     * @return false where no sender has that name
     * @throws IllegalArgumentException where no sender can have that name
     */
    boolean setActive(String name);

    /**
     * Finds the graphics adapter on which a sender's texture is, by opening it on one after another.
     *
     * @param sender as listed
     * @return the adapter; empty with memory share, and where none opens the texture
     */
    Optional<Adapter> adapterOf(SenderInfo sender);

    /** {@return how many names are passed over, since their bytes have no text in this system's encoding} */
    int unreadable();

    /**
     * Says how to call a sender so that programs on the C++ SDK, which are on Windows alone, see it: the first byte of its
     * name must be ASCII.
     *
     * @param name a sender's name
     * @return a name to use instead; empty where they see this one, and where there are no such programs
     * @throws IllegalArgumentException where no sender can have that name
     */
    Optional<String> nameForSdk(String name);

    /** {@return how many senders the directory can hold} */
    int maximum();

    /**
     * Tells a listener of every change until the returned subscription is closed. Senders that are there already are told
     * as added. It looks 10 times a second; calls come from one daemon thread, which a slow listener holds up.
     *
     * @param listener told of changes
     * @return ends the calls when closed
     */
    Subscription listen(SenderListener listener);

    /** Ends a listener's calls. */
    interface Subscription extends AutoCloseable {
        /** No call begins after this returns. Idempotent. */
        @Override
        void close();
    }
}
