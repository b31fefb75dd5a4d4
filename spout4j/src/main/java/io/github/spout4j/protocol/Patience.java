package io.github.spout4j.protocol;

/**
 * How long the protocol waits for other programs. The C++ SDK waits 67 ms (four frames at 60 Hz) for every lock and then
 * gives up; that is right for a frame, of which there will be another, but not for a registration, of which there is one.
 */
public final class Patience {
    /** ms for a frame: as the SDK. */
    public static final long FRAME_MILLIS = 67;
    /** ms for what cannot be done later: 15 times the SDK's, so a peer that is slow for a second is no failure. */
    public static final long ONCE_MILLIS = 15 * FRAME_MILLIS;
    /** ms for what a user has asked for and no other call will do, on a machine that gives other programs hardly any time. */
    static final long ASKED_MILLIS = 10_000;
    /** ms that a thread waits for others of its own process, of which each is soon done. */
    static final long OWN_MILLIS = 2 * ASKED_MILLIS;
    /**
     * ns that a name may look wrong before it is believed. The SDK lists a sender before it creates its info, and a reader
     * holds the info of a dead sender for the time of one look; both last microseconds.
     */
    static final long DOUBT_NANOS = 20_000_000;

    /** ns that the name of a sender that has just ended, or died, may be held by its receivers, who look at it every 50 ms. */
    static final long LET_GO_NANOS = 400_000_000;

    /** ns that a full directory is looked at: receivers may be about to let go of senders that have died. */
    static final long FULL_NANOS = 1_000_000_000;

    private Patience() {}
}
