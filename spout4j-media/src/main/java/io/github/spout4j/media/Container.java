package io.github.spout4j.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a film is packed in: each so that what is written remains playable when the writer is killed.
 *
 * <p>MP4 and MOV are written in fragments, of a second at most; an ffmpeg of 7.1 or later makes a plain file of them at the end.
 */
enum Container {
    MP4("mp4", Codec.H264, "mp4", "m4v"),
    MOV("mov", Codec.PRORES, "mov"),
    MKV("matroska", Codec.FFV1, "mkv"),
    WEBM("webm", Codec.VP9, "webm"),
    GIF("gif", Codec.GIF, "gif"),
    TS("mpegts", Codec.H264, "ts"),
    NUT("nut", Codec.RAW, "nut"),
    FLV("flv", Codec.H264),
    RTSP("rtsp", Codec.H264),
    RTP_TS("rtp_mpegts", Codec.H264),
    V4L2("v4l2", Codec.RAW);

    private final String format;
    private final Codec usual;
    private final List<String> endings;

    Container(String format, Codec usual, String... endings) {
        this.format = format;
        this.usual = usual;
        this.endings = List.of(endings);
    }

    static Container of(Location location, boolean lossless) {
        return switch (location.kind()) {
            case DEVICE -> V4L2;
            case STREAM -> switch (location.scheme()) {
                case "srt", "udp", "tcp" -> lossless ? NUT : TS;
                case "rtp" -> RTP_TS;
                case "rtmp", "rtmps" -> FLV;
                case "rtsp", "rtsps" -> RTSP;
                default -> throw FilmException.badInput("\"" + location.text()
                        + "\" is no address that can be sent to; there is srt, udp, tcp, rtp, rtmp, rtmps and rtsp");
            };
            default -> ofFile(location);
        };
    }

    private static Container ofFile(Location location) {
        String name = location.path().getFileName() == null ? "" : location.path().getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> name.contains(".") && each.endings.contains(ending)).findFirst()
                .orElseThrow(() -> FilmException.badInput("\"" + location.text()
                        + "\" is no film that can be written; its ending must be one of "
                        + endings().stream().map(each -> "." + each).collect(Collectors.joining(", "))));
    }

    static List<String> endings() {
        return Arrays.stream(values()).flatMap(each -> each.endings.stream()).toList();
    }

    Codec usual() {
        return usual;
    }

    /** Whether it can hold that. */
    boolean holds(Codec codec) {
        return codec == Codec.OTHER || switch (this) {
            case WEBM -> codec == Codec.VP9 || codec == Codec.AV1;
            case GIF -> codec == Codec.GIF;
            case TS, RTP_TS, FLV, RTSP -> codec == Codec.H264 || codec == Codec.HEVC || codec == Codec.AV1;
            case MP4 -> codec != Codec.RAW && codec != Codec.GIF && codec != Codec.FFV1 && codec != Codec.PRORES;
            case MOV -> codec != Codec.GIF && codec != Codec.FFV1;
            default -> true;
        };
    }

    List<String> arguments(Ffmpeg ffmpeg) {
        return switch (this) {
            case MP4, MOV -> List.of("-movflags", "+empty_moov+default_base_moof+frag_keyframe"
                    + (ffmpeg.isAtLeast(7, 1) ? "+hybrid_fragmented" : ""), "-frag_duration", "1000000",
                    "-flush_packets", "1",
                    "-f", format);
            case MKV, WEBM -> List.of("-cluster_time_limit", "1000", "-flush_packets", "1", "-f", format);
            case TS, RTP_TS -> List.of("-muxdelay", "0", "-muxpreload", "0", "-omit_video_pes_length", "0",
                    "-flush_packets", "1", "-f", format);
            default -> List.of("-flush_packets", "1", "-f", format);
        };
    }
}
