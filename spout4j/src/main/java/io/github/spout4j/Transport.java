package io.github.spout4j;

/** The way that a sender's pixels go. */
public enum Transport {
    /** A shared Direct3D 11 texture: on Windows, as most Spout programs send. */
    TEXTURE("a shared texture"),
    /** Memory share: pixels in shared memory, as Spout 2.006 does. Everywhere, without a GPU. */
    MEMORY("memory share");

    private final String description;

    Transport(String description) {
        this.description = description;
    }

    /** {@return what it is, for people} */
    public String description() {
        return description;
    }
}
