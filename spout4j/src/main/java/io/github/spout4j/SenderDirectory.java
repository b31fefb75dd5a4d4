package io.github.spout4j;

import java.util.List;
import java.util.Optional;

/** The sender directory: who sends, and which is the active sender. Thread-safe; every call looks afresh. */
public interface SenderDirectory {
    /** All live senders, in the order of their names' bytes; names whose program died are swept. */
    List<SenderInfo> list();

    /** The live sender of that name. */
    Optional<SenderInfo> find(String name);

    /** The active sender: the one that opened last or was chosen; empty where there is none. */
    Optional<SenderInfo> active();

    /**
     * Makes a sender the active one.
     *
     * @return false where no sender has that name
     */
    boolean setActive(String name);

    /** How many senders the directory can hold. */
    int maximum();

    /**
     * Tells a listener of every change until the returned subscription is closed. Senders that are there already are told
     * as added. It looks 10 times a second; calls come from one daemon thread.
     */
    Subscription listen(SenderListener listener);

    /** Ends a listener's calls. */
    interface Subscription extends AutoCloseable {
        /** No call begins after this returns. Idempotent. */
        @Override
        void close();
    }
}
