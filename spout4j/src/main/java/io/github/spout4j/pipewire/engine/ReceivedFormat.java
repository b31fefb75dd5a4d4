package io.github.spout4j.pipewire.engine;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.pipewire.SpaFormat;
import io.github.spout4j.pipewire.StreamFormat;
import io.github.spout4j.pipewire.VideoNode;
import io.github.spout4j.pixels.CameraFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is made of a node's frames: pixels as they are, or converted from what cameras give, or from JPEGs.
 *
 * @param pixels what receivers get
 * @param camera what it is converted from; empty where it is as it is, or a JPEG
 * @param jpeg   whether it is a JPEG
 */
record ReceivedFormat(PixelFormat pixels, Optional<CameraFormat> camera, boolean jpeg) {
    /** SPA_VIDEO_FORMAT_… */
    private static final Map<CameraFormat, Integer> CAMERAS = cameras();
    private static final ReceivedFormat JPEG = new ReceivedFormat(PixelFormat.BGRX8, Optional.empty(), true);

    private static Map<CameraFormat, Integer> cameras() {
        Map<CameraFormat, Integer> numbers = new EnumMap<>(CameraFormat.class);
        numbers.put(CameraFormat.RGBX, 7);
        numbers.put(CameraFormat.XRGB, 9);
        numbers.put(CameraFormat.XBGR, 10);
        numbers.put(CameraFormat.ARGB, 13);
        numbers.put(CameraFormat.ABGR, 14);
        numbers.put(CameraFormat.RGB24, 15);
        numbers.put(CameraFormat.BGR24, 16);
        numbers.put(CameraFormat.YUY2, 4);
        numbers.put(CameraFormat.UYVY, 5);
        numbers.put(CameraFormat.YVYU, 19);
        numbers.put(CameraFormat.NV12, 23);
        numbers.put(CameraFormat.NV21, 24);
        numbers.put(CameraFormat.I420, 2);
        numbers.put(CameraFormat.YV12, 3);
        numbers.put(CameraFormat.Y42B, 18);
        numbers.put(CameraFormat.NV16, 51);
        return numbers;
    }

    /** Numbers of all that can be received, those that need no conversion first. */
    static int[] numbers() {
        IntStream asTheyAre = Stream.of(SpaFormat.values()).mapToInt(SpaFormat::number);
        return IntStream.concat(asTheyAre, Stream.of(CameraFormat.values()).filter(CAMERAS::containsKey)
                .mapToInt(CAMERAS::get)).toArray();
    }

    /** Empty where frames of a format cannot be received. */
    static Optional<ReceivedFormat> of(StreamFormat format) {
        if (!format.raw()) {
            return Optional.of(JPEG);
        }
        return SpaFormat.of(format.format()).map(each -> new ReceivedFormat(each.pixels(), Optional.empty(), false))
                .or(() -> CAMERAS.entrySet().stream().filter(each -> each.getValue() == format.format())
                        .map(each -> new ReceivedFormat(each.getKey().target(), Optional.of(each.getKey()), false))
                        .findFirst());
    }

    /** Of what a node gives; empty where nobody knows, or it cannot be received. */
    static Optional<ReceivedFormat> of(VideoNode node) {
        return node.format().flatMap(ReceivedFormat::of);
    }
}
