package io.github.spout4j.media;

import java.util.Set;

/** ffmpeg's input formats that are no files: cameras, screens, and pictures that are made up. */
final class Device {
    private static final String GENERATED = "lavfi";
    private static final Set<String> LIVE = Set.of("v4l2", "video4linux2", "x11grab", "dshow", "gdigrab",
            "avfoundation",
            "kmsgrab", "fbdev", "decklink", "iec61883", "libdc1394", "vfwcap", "android_camera");

    private Device() {}

    static boolean is(String format) {
        return isLive(format) || format.equals(GENERATED);
    }

    /** Whether it gives frames in its own time. */
    static boolean isLive(String format) {
        return LIVE.contains(format);
    }
}
