package io.github.spout4j.media;

import io.github.spout4j.PixelFormat;
import java.util.ArrayList;
import java.util.List;

/** How frames are encoded: the arguments for a codec. */
final class Encoding {
    private static final int USUAL_QUALITY = 75;
    /** What H.264's picture must be a multiple of. */
    private static final String EVEN = "crop=trunc(iw/2)*2:trunc(ih/2)*2,";
    private static final String YUV = "scale=out_color_matrix=bt709:out_range=tv,format=";
    private static final List<String> COLOURS = List.of("-colorspace", "bt709", "-color_primaries", "bt709",
            "-color_trc",
            "bt709", "-color_range", "tv");

    private final Codec codec;
    private final String encoder;
    private final PixelFormat format;
    private final int quality;
    private final boolean live;
    private final boolean direct;
    private final Rate rate;

    /** @param direct whether it goes to a receiver alone, which needs no picture that stands by itself */
    Encoding(Codec codec, String encoder, PixelFormat format, int quality, boolean live, boolean direct, Rate rate) {
        this.codec = codec;
        this.encoder = encoder;
        this.format = format;
        this.quality = quality;
        this.live = live;
        this.direct = direct;
        this.rate = rate;
    }

    static Encoding of(FilmTarget target, Location location, Container container, Ffmpeg ffmpeg, PixelFormat format,
            Rate rate) {
        Codec codec = target.codec().map(Codec::named)
                .orElse(target.lossless() && container == Container.NUT ? Codec.FFV1 : container.usual());
        boolean stream = location.kind() == Location.Kind.STREAM;
        return new Encoding(codec, codec.encoder(ffmpeg, target.codec()), format,
                target.quality().orElse(USUAL_QUALITY),
                stream, stream && container == Container.TS, rate);
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        switch (codec) {
            case H264 -> arguments.addAll(List.of("-vf", EVEN + YUV + "yuv420p"));
            case HEVC, AV1 -> arguments.addAll(List.of("-vf", EVEN + YUV + (wide() ? "yuv420p10le" : "yuv420p")));
            case VP9 -> arguments.addAll(List.of("-vf", YUV + (alpha() ? "yuva420p" : "yuv420p")));
            case PRORES -> arguments.addAll(List.of("-vf", YUV + "yuva444p10le"));
            case FFV1 -> arguments.addAll(List.of("-pix_fmt", lossless()));
            case GIF -> arguments.addAll(List.of("-vf",
                    "split[a][b];[a]palettegen=stats_mode=single:reserve_transparent=1[p];[b][p]paletteuse=new=1"));
            default -> {
                // ffmpeg chooses, or keeps the frames' own
            }
        }
        arguments.addAll(List.of("-c:v", encoder));
        arguments.addAll(of(encoder));
        if (arguments.contains("-vf") && codec != Codec.GIF) {
            arguments.addAll(COLOURS);
        }
        return arguments;
    }

    private List<String> of(String name) {
        String second = Integer.toString((int) Math.max(1, Math.ceil(rate.hz())));
        return switch (name) {
            case "libx264" -> live
                    ? List.of("-preset", "veryfast", "-tune", "zerolatency", "-crf", crf(51, 0.40), "-g", second,
                            "-x264-params",
                            direct ? "intra-refresh=1:force-cfr=1" : "force-cfr=1")
                    : List.of("-preset", "veryfast", "-crf", crf(51, 0.40), "-g", second);
            case "libx265" -> List.of("-preset", "veryfast", "-crf", crf(51, 0.36), "-g", second, "-tag:v", "hvc1",
                    "-x265-params", live ? "log-level=error:bframes=0" : "log-level=error");
            case "libsvtav1" -> List.of("-preset", "9", "-crf", crf(63, 0.40), "-g", second);
            case "libaom-av1" ->
                List.of("-cpu-used", "8", "-usage", "realtime", "-row-mt", "1", "-crf", crf(63, 0.40), "-b:v",
                        "0", "-g", second);
            case "libvpx-vp9" ->
                List.of("-deadline", "realtime", "-cpu-used", "6", "-row-mt", "1", "-auto-alt-ref", "0", "-crf",
                        crf(63, 0.45), "-b:v", "0", "-g", second);
            case "prores_ks" ->
                List.of("-profile:v", quality > 90 ? "4444xq" : "4444", "-alpha_bits", "16", "-vendor", "apl0");
            case "ffv1" -> List.of("-level", "3", "-g", "1", "-slices", "12", "-slicecrc", "1", "-context", "0");
            case "h264_nvenc", "hevc_nvenc", "av1_nvenc" ->
                List.of("-preset", live ? "p1" : "p4", "-tune", live ? "ull" : "hq",
                        "-rc", "vbr", "-cq", crf(51, 0.40), "-b:v", "0", "-g", second);
            case "gif" -> List.of("-loop", "0");
            default -> List.of("-g", second);
        };
    }

    /** FFV1's number for frames of that kind, which loses nothing. */
    private String lossless() {
        if (format.channels() == 1) {
            return wide() ? "gray16le" : "gray";
        }
        return wide() ? "gbrap16le" : format == PixelFormat.BGRX8 ? "bgr0" : "bgra";
    }

    private boolean wide() {
        return PipeFormat.isWide(format);
    }

    private boolean alpha() {
        return format.channels() == 4;
    }

    private String crf(int worst, double step) {
        return Long.toString(Math.round(worst - quality * step));
    }
}
