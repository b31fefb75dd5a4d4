package io.github.spout4j.protocol;

import io.github.spout4j.kernel.Settings;

import java.util.OptionalInt;

/**
 * The settings that all Spout programs of this user share, typed; a missing or impossible value reads as the SDK's default
 * (docs/protocol.md: Settings). Always read afresh.
 */
public final class SpoutSettings {
    /** Names in the directory unless set. */
    public static final int DEFAULT_MAX_SENDERS = 64;
    /** Most names that can be set here. */
    public static final int MOST_SENDERS = 1024;
    /** Buffers that the SDK can use. */
    public static final int MOST_BUFFERS = 4;

    private static final String MAX_SENDERS = "MaxSenders";
    private static final String FRAME_COUNT = "Framecount";
    private static final String CPU = "CPU";
    private static final String MEMORY_SHARE = "MemoryShare";
    private static final String DX9 = "DX9";
    private static final String BUFFERING = "Buffering";
    private static final String BUFFERS = "Buffers";
    private static final String ADAPTER = "Adapter";
    private static final int DEFAULT_BUFFERS = 2;

    private final Settings settings;

    public SpoutSettings(Settings settings) {
        this.settings = settings;
    }

    /** Where they live, for people. */
    public String location() {
        return settings.location();
    }

    /** How many senders the directory lists: 1 to {@link #MOST_SENDERS}. Counts when the directory is created. */
    public int maxSenders() {
        return within(MAX_SENDERS, 1, MOST_SENDERS, DEFAULT_MAX_SENDERS);
    }

    public void maxSenders(int senders) {
        set(MAX_SENDERS, senders, 1, MOST_SENDERS);
    }

    /** Whether SDK programs count frames. */
    public boolean frameCount() {
        return flag(FRAME_COUNT, false);
    }

    /**
     * Whether our senders count frames: unless the user has said no. SDK programs count only where they were told to, but
     * nothing in them is disturbed by a sender that counts, and every receiver that looks is better off.
     */
    public boolean countsFrames() {
        return flag(FRAME_COUNT, true);
    }

    public void frameCount(boolean on) {
        set(FRAME_COUNT, on);
    }

    /** Whether SDK programs share textures through the CPU. */
    public boolean cpu() {
        return flag(CPU, false);
    }

    public void cpu(boolean on) {
        set(CPU, on);
    }

    /** Whether SDK programs share by memory as of version 2.006. */
    public boolean memoryShare() {
        return flag(MEMORY_SHARE, false);
    }

    public void memoryShare(boolean on) {
        set(MEMORY_SHARE, on);
    }

    /** Whether old SDK programs use DirectX 9. */
    public boolean dx9() {
        return flag(DX9, false);
    }

    public void dx9(boolean on) {
        set(DX9, on);
    }

    /** Whether SDK programs copy pixels through several buffers in turn. */
    public boolean buffering() {
        return flag(BUFFERING, true);
    }

    public void buffering(boolean on) {
        set(BUFFERING, on);
    }

    /** How many of them: 1 to {@link #MOST_BUFFERS}. */
    public int buffers() {
        return within(BUFFERS, 1, MOST_BUFFERS, DEFAULT_BUFFERS);
    }

    public void buffers(int buffers) {
        set(BUFFERS, buffers, 1, MOST_BUFFERS);
    }

    /** The index of the graphics adapter that old SDK programs were told to use. */
    public OptionalInt adapter() {
        OptionalInt value = settings.get(ADAPTER);
        return value.isPresent() && value.getAsInt() >= 0 ? value : OptionalInt.empty();
    }

    public void adapter(int index) {
        set(ADAPTER, index, 0, Integer.MAX_VALUE);
    }

    private boolean flag(String name, boolean otherwise) {
        OptionalInt value = settings.get(name);
        return value.isPresent() ? value.getAsInt() == 1 : otherwise;
    }

    private void set(String name, boolean on) {
        settings.set(name, on ? 1 : 0);
    }

    private int within(String name, int least, int most, int otherwise) {
        OptionalInt value = settings.get(name);
        return value.isPresent() && value.getAsInt() >= least && value.getAsInt() <= most
                ? value.getAsInt()
                : otherwise;
    }

    private void set(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", not " + value);
        }
        settings.set(name, value);
    }
}
