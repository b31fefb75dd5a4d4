package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.pipewire.FormatPod;
import io.github.spout4j.pipewire.StreamFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** A format of PipeWire. An input: the pod behind its length, which is made to fit. */
public final class VideoFormatTarget {
    private static final byte NOUGHT = 0;
    private static final byte FULL = -1;
    private static final int LENGTH = Integer.BYTES;

    private VideoFormatTarget() {}

    /** Reads it. */
    public static void fuzzerTestOneInput(byte[] data) {
        byte[] pod = ByteBuffer.allocate(LENGTH + data.length).order(ByteOrder.nativeOrder())
                .putInt(data.length - LENGTH).put(data).array();
        Optional<StreamFormat> format = FormatPod.read(pod, NOUGHT);
        Must.hold(format.equals(FormatPod.read(pod, FULL)), "nothing behind its end counts");
        format.ifPresent(VideoFormatTarget::check);
    }

    private static void check(StreamFormat format) {
        Must.hold(format.width() != 0 || format.height() != 0, "a format has a size");
        Must.hold(format.raw() || format.format() == 0, "JPEGs have no format of pixels");
    }
}
