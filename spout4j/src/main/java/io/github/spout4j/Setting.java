package io.github.spout4j;

import java.util.OptionalInt;

/**
 * One of the numbers that Spout's programs share: docs/protocol.md, Settings. spout4j obeys {@link #MAX_SENDERS},
 * {@link #FRAME_COUNT} and {@link #MEMORY_SHARE}; the others are for programs on the C++ SDK, and only stored here.
 */
public enum Setting {
    /** How many senders a new directory can hold. All programs obey it. */
    MAX_SENDERS("MaxSenders", 1, 1024, OptionalInt.of(64)),
    /** Whether senders count their frames. SDK programs do not unless told to; spout4j's senders do unless told not to. */
    FRAME_COUNT("Framecount", 0, 1, OptionalInt.of(0)),
    /** Whether SDK programs that cannot link a texture to OpenGL share it through the processor by themselves. */
    AUTO("Auto", 0, 1, OptionalInt.of(1)),
    /** Whether SDK programs share textures through the processor even where OpenGL could link them. */
    CPU("CPU", 0, 1, OptionalInt.of(0)),
    /** Whether programs share by memory, as Spout 2.006: spout4j's senders too, and few others since 2.007. */
    MEMORY_SHARE("MemoryShare", 0, 1, OptionalInt.of(0)),
    /** Whether programs of Spout 2.006 use DirectX 9. */
    DX9("DX9", 0, 1, OptionalInt.of(0)),
    /** Whether SDK programs copy pixels through several OpenGL buffers in turn, one frame late. */
    BUFFERING("Buffering", 0, 1, OptionalInt.of(1)),
    /** How many of these buffers. */
    BUFFERS("Buffers", 1, 4, OptionalInt.of(2)),
    /** The index of the graphics adapter for programs of before 2.007; later ones leave the choice to Windows. */
    ADAPTER("Adapter", 0, Integer.MAX_VALUE, OptionalInt.empty());

    private final String key;
    private final int least;
    private final int most;
    private final OptionalInt standard;

    Setting(String key, int least, int most, OptionalInt standard) {
        this.key = key;
        this.least = least;
        this.most = most;
        this.standard = standard;
    }

    /** {@return the name under which all programs keep it} */
    public String key() {
        return key;
    }

    /** {@return the lowest value} */
    public int least() {
        return least;
    }

    /** {@return the highest value} */
    public int most() {
        return most;
    }

    /** {@return what SDK programs take where nothing is set; empty where that means none} */
    public OptionalInt standard() {
        return standard;
    }

    /** {@return whether it is either off, 0, or on, 1} */
    public boolean onOrOff() {
        return least == 0 && most == 1;
    }

    /**
     * Whether a value means something.
     *
     * @param value the value
     * @return whether it is from {@link #least} to {@link #most}
     */
    public boolean allows(int value) {
        return value >= least && value <= most;
    }
}
