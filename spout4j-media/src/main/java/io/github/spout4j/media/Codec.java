package io.github.spout4j.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What ffmpeg can make of frames, by names that people know, and which encoders it has for that, the preferred one first. */
enum Codec {
    H264("libx264", "h264_nvenc", "h264_videotoolbox", "h264_qsv", "h264_amf", "h264_mf", "libopenh264"),
    HEVC("libx265", "hevc_nvenc", "hevc_videotoolbox", "hevc_qsv", "hevc_amf"),
    AV1("libsvtav1", "av1_nvenc", "libaom-av1"),
    FFV1("ffv1"),
    PRORES("prores_ks"),
    VP9("libvpx-vp9"),
    GIF("gif"),
    RAW("rawvideo"),
    /** Whatever the user calls by ffmpeg's name. */
    OTHER;

    private final List<String> encoders;

    Codec(String... encoders) {
        this.encoders = List.of(encoders);
    }

    /** By its name, or that of one of its encoders. */
    static Codec named(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return switch (small) {
            case "h265", "x265" -> HEVC;
            case "x264", "avc" -> H264;
            case "rawvideo" -> RAW;
            default -> Arrays.stream(values())
                    .filter(codec -> codec != OTHER
                            && (codec.name().toLowerCase(Locale.ROOT).equals(small) || codec.encoders.contains(small)))
                    .findFirst().orElse(OTHER);
        };
    }

    /** The encoder that is asked for by its own name, else the first that this ffmpeg has. */
    String encoder(Ffmpeg ffmpeg, Optional<String> asked) {
        if (this == OTHER || asked.filter(encoders::contains).isPresent()) {
            return asked.filter(ffmpeg::encodes)
                    .orElseThrow(() -> FilmException.badInput("this ffmpeg has no encoder \""
                            + asked.orElseThrow() + "\"; `ffmpeg -encoders` lists those that it has"));
        }
        return encoders.size() == 1
                ? encoders.getFirst()
                : encoders.stream().filter(ffmpeg::encodes).findFirst().orElseThrow(() -> FilmException.badInput(
                        "this ffmpeg has no encoder for " + name().toLowerCase(Locale.ROOT) + " ("
                                + String.join(", ", encoders)
                                + "); install a complete one, or take another --codec"));
    }
}
