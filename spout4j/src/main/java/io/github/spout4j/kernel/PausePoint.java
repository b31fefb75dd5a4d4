package io.github.spout4j.kernel;

import java.util.function.Consumer;

/**
 * Between two steps by which programs agree with each other: where one may be killed or stopped with the most harm. Tests name a
 * class by the system property {@value #PROPERTY}, a {@code Consumer<PausePoint>} with a public constructor without
 * parameters: each thread that passes such a point calls it, and may be kept there. Without the property nothing happens, and nothing is left
 * of it once the code is compiled.
 */
public enum PausePoint {
    /** A directory of objects is locked: nobody else finds, makes or removes one. */
    DIRECTORY_LOCKED,
    /** An object's file exists, and nobody holds it yet. */
    FILE_CREATED,
    /** It is held, without size and content. */
    FILE_HELD,
    /** It is there; its first user does not have it yet. */
    FILE_MADE,
    /** It exists, and is about to be looked at: does anybody hold it? */
    FILE_FOUND,
    /** Nobody holds it any more, and it still exists. */
    FILE_LEFT,
    /** A process has a token whose sign of life is not there yet. */
    TOKEN_CREATED,
    /** A mutex is acquired; in its owner nobody knows yet. */
    MUTEX_ACQUIRED,
    /** A mutex that others wait for is free, and none of them was woken. */
    MUTEX_RELEASED,
    /** The list of names is about to be written, by the owner of its mutex. */
    NAMES_CHANGING,
    /** One name of the list is written, and others are not. */
    NAMES_HALF_CHANGED,
    /** A sender's info is half written. */
    INFO_HALF_CHANGED,
    /** A sender is listed, and not the active one yet. */
    SENDER_LISTED,
    /** A sender that ends has the list's mutex; its name and its info are still there. */
    SENDER_LEAVING,
    /** A ring has new memory, and no frame there. */
    RING_GROWN,
    /** A slot is chosen to be written to. */
    RING_SLOT_FOUND,
    /** A frame is written, and not published. */
    RING_FRAME_WRITTEN,
    /** It is published, and not counted. */
    RING_FRAME_PUBLISHED,
    /** A receiver has said that it holds a frame, and not looked whether that is still the newest. */
    RING_FRAME_CLAIMED,
    /** A receiver holds a frame. */
    RING_FRAME_HELD,
    /** A receiver has a place, with what the one before held. */
    RING_PLACE_TAKEN,
    /** A sender that ends has no frame any more, and still has its memory. */
    RING_RETRACTED;

    /** The name of a class. */
    public static final String PROPERTY = "spout.pause";

    private static final Consumer<PausePoint> HOOK = hook(System.getProperty(PROPERTY));

    private static Consumer<PausePoint> hook(String name) {
        if (name == null) {
            return null;
        }
        try {
            @SuppressWarnings("unchecked")
            Consumer<PausePoint> hook = (Consumer<PausePoint>) Class
                    .forName(name, true, ClassLoader.getSystemClassLoader()).getConstructor().newInstance();
            return hook;
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException("-D" + PROPERTY + "=" + name
                    + " is no Consumer<PausePoint> with a public constructor; tests alone set it", e);
        }
    }

    /** For a thread that is there. */
    public void pass() {
        if (HOOK != null) {
            HOOK.accept(this);
        }
    }
}
