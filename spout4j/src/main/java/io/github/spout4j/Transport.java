package io.github.spout4j;

/** The way that a sender's pixels go. */
public enum Transport {
    /** A shared D3D11 texture. */
    TEXTURE,
    /** Memory share: pixels in shared memory, as Spout 2.006 does. */
    MEMORY
}
