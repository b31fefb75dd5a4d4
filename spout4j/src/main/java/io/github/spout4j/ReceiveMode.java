package io.github.spout4j;

/**
 * What a receiver of shared textures waits for when it reads pixels back from the graphics card. Memory share has no such choice; nor
 * have senders whose frames are found by comparing pixels ({@link SpoutReceiver}): these come with the lowest latency.
 */
public enum ReceiveMode {
    /** Each receive gives the newest frame, and waits until its pixels are there. */
    LOWEST_LATENCY,
    /**
     * Each receive has the newest frame fetched and gives the oldest whose pixels are there already, which is mostly the one
     * before: a frame later, but no time goes by waiting for the graphics card, and the sender waits less.
     */
    PIPELINED
}
