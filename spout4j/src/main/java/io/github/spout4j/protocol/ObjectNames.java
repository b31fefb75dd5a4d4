package io.github.spout4j.protocol;

import io.github.spout4j.kernel.KernelObjects;

/** Every fixed object name and suffix of the protocol (docs/protocol.md: Named objects). */
public final class ObjectNames {
    /** The directory: memory of 256-byte slots. */
    public static final String SENDER_DIRECTORY = "SpoutSenderNames";
    /** The active sender: memory of 256 bytes. */
    public static final String ACTIVE_SENDER = "ActiveSenderName";

    private static final String GUARD = "_mutex";
    private static final String BUFFER = "_map";
    private static final String ACCESS = "_SpoutAccessMutex";
    private static final String COUNT = "_Count_Semaphore";
    private static final String SYNC = "_Sync_Event";
    private static final String TRAITS = "_spout4j";
    private static final String FRAME_EVENT = "_spout4j_frame";
    private static final String RING = "_ring";
    private static final String RECEIVER = "_receiver_";

    /** Bytes of the longest name of a sender whose frames programs on the C++ SDK can count. */
    static final int LONGEST_SENDER_OF_SDK = NameBytes.MAX - COUNT.length();

    private ObjectNames() {}

    /** The mutex that guards the memory of this name. */
    public static String guard(String memory) {
        return memory + GUARD;
    }

    /** The sender's info memory. */
    public static String info(SenderName sender) {
        return sender.text();
    }

    /** The memory of a memory buffer, and of a sender's memory share: one name, so a sender has one or the other. */
    public static String buffer(SenderName name) {
        return name.text() + BUFFER;
    }

    /** The mutex that is held while the sender's pixels are written or read. */
    public static String access(SenderName sender) {
        return sender.text() + ACCESS;
    }

    /** The semaphore that counts the sender's frames. */
    public static String count(SenderName sender) {
        return sender.text() + COUNT;
    }

    /** The event by which one side lets the other go on. */
    public static String sync(SenderName name) {
        return name.text() + SYNC;
    }

    /** The memory in which a sender of ours tells what it promises. */
    public static String traits(SenderName sender) {
        return sender.text() + TRAITS;
    }

    /** The memory by which a sender and its receivers agree on frames of the ring. */
    public static String ring(SenderName sender) {
        return sender.text() + RING;
    }

    /** The memory with frames of the ring; a larger one has another number. */
    static String ringMemory(SenderName sender, int number) {
        return ring(sender) + "_" + number;
    }

    /** What a receiver holds as long as it has that place in the ring. */
    static String ringReceiver(SenderName sender, int place) {
        return ring(sender) + RECEIVER + place;
    }

    /** One of the events by which a sender of ours wakes receivers, from 0 to 3. */
    static String event(SenderName sender, int index) {
        return sender.text() + FRAME_EVENT + index;
    }

    /** Bytes of the longest name of a sender whose frames every program of the system can count. */
    static int longestSender(KernelObjects objects) {
        return Math.min(NameBytes.MAX, objects.longestName() - COUNT.length());
    }

    /** Whether a sender of this name would take an object that all programs share. */
    static boolean reserved(String name) {
        return name.equals(SENDER_DIRECTORY) || name.equals(ACTIVE_SENDER) || name.equals(guard(SENDER_DIRECTORY))
                || name.equals(guard(ACTIVE_SENDER));
    }
}
