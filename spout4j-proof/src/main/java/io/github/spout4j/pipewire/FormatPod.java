package io.github.spout4j.pipewire;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Formats as programs of PipeWire tell them: pods, in memory where others' bytes follow. */
public final class FormatPod {
    private static final int HEAD = 8;
    private static final int OBJECT_HEAD = 16;
    private static final int BEHIND = 64;

    private FormatPod() {}

    /**
     * What a pod says; empty where it is none of video.
     *
     * @param behind what each byte is that follows it in memory
     */
    public static Optional<StreamFormat> read(byte[] pod, byte behind) {
        if (!fits(pod)) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(pod.length + BEHIND, Long.BYTES).fill(behind);
            MemorySegment.copy(pod, 0, memory, ValueLayout.JAVA_BYTE, 0, pod.length);
            return Optional.ofNullable(StreamFormat.read(memory.address()));
        }
    }

    /** That it ends where its bytes do: libpipewire lets no other pod through. */
    private static boolean fits(byte[] pod) {
        return pod.length >= OBJECT_HEAD
                && MemorySegment.ofArray(pod).get(ValueLayout.JAVA_INT_UNALIGNED, 0) == pod.length - HEAD;
    }

    /** Of raw frames, of one size. */
    public static byte[] offer(int format, int width, int height) {
        return bytes(StreamFormat.offer(format, width, height));
    }

    /** Of raw frames, of any size. */
    public static byte[] wish(int... formats) {
        return bytes(StreamFormat.wish(formats));
    }

    /** Of JPEGs. */
    public static byte[] jpegs() {
        return bytes(StreamFormat.wishForJpegs());
    }

    private static byte[] bytes(Pod pod) {
        try (Arena arena = Arena.ofConfined()) {
            return pod.allocate(arena).toArray(ValueLayout.JAVA_BYTE);
        }
    }
}
