package io.github.spout4j.texture;

import io.github.spout4j.TextureFrame;
import io.github.spout4j.transport.PixelReader.Form;
import io.github.spout4j.transport.Look;
import java.lang.foreign.MemorySegment;

/** Tells which frames of a sender's texture are new, and fetches them. One thread at a time. */
interface TextureFrames extends AutoCloseable {
    /** From now on frames are those of {@code texture}; null lets go of the last one. */
    void follow(OpenedTexture texture);

    /** Whether it is worth to take the sender's lock and {@link #fetch}. */
    boolean isLookDue(long timeoutMillis);

    /** Whether the sender may just be copying the next frame: then it is there as soon as its lock is free. */
    boolean mayBeBeingCopied();

    /** Fetches what is there, where it is new; for who owns the sender's lock, and may release it afterwards. */
    Look fetch(Form form);

    /** ns from a {@link #fetch} that gave {@link Look#AGAIN} to the next one. */
    long settlingNanos();

    /** After a {@link Look#AGAIN}: there is no time for another one. */
    void leaveUnsettled();

    /** For who owns the sender's lock: its last owner died with it, perhaps while writing. */
    void abandoned();

    /** Gives a frame that was fetched, its pixels mapped; false where none can be given yet. */
    boolean give();

    /** The number of the frame that was given. */
    long number();

    /** The pixels of the frame that was given, until {@link #end}. */
    MemorySegment pixels();

    /** Bytes from one row to the next. */
    long rowPitch();

    /** The texture to which the last frame was fetched. */
    TextureFrame texture();

    /** The frame that was given is no longer read. */
    void end();

    /** As {@link #end}, but the same frame is to be given again. */
    void giveBack();

    /** Waits until a look may be due; may end early. False where the time ran out or the thread was interrupted. */
    boolean await(long timeoutMillis);

    /** While no frames come. */
    void rest();

    @Override
    void close();
}
