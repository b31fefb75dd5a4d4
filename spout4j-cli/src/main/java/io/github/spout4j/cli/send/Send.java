package io.github.spout4j.cli.send;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.cli.AlphaConverter;
import io.github.spout4j.cli.CameraChoice;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.CountConverter;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FormatConverter;
import io.github.spout4j.cli.FpsConverter;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.PixelWay;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.pictures.Depth;
import io.github.spout4j.cli.pictures.PictureFile;
import io.github.spout4j.cli.pictures.PictureSequence;
import io.github.spout4j.cli.raw.RawInput;
import io.github.spout4j.cli.films.FilmInputOptions;
import io.github.spout4j.cli.films.FilmOptions;
import io.github.spout4j.cli.films.FilmSending;
import io.github.spout4j.cli.SendReport;
import io.github.spout4j.cli.SenderOrder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Model.CommandSpec;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout send}. */
@Command(name = "send", description = "Send pictures, a film, a stream, a device or raw video until they end or Ctrl-C.", footer = {
        "",
        "A single still picture is sent until Ctrl-C; several pictures once each,",
        "or as long as --frames or --loop says.",
        "",
        "Formats, in brackets ffmpeg's -pix_fmt of the same bytes: rgba8 (rgba),",
        "bgra8 (bgra), bgrx8 (bgr0), rgba8_srgb, bgra8_srgb, rgba8_snorm, rgb10a2",
        "(x2bgr10le), rgba16 (rgba64le), rgba16_snorm, rgba16f (rgbaf16le), rgba32f",
        "(rgbaf32le), r11g11b10f, r8 (gray), rg8, r16 (gray16le), rg16, r16f",
        "(grayf16le), rg16f, r32f (grayf32le), rg32f.",
        "",
        "Examples:",
        "  spout send logo.png --name Logo",
        "  spout send film.mp4 --name Film --loop",
        "  spout send rtsp://camera/stream --name Camera --reconnect",
        "  spout send /dev/video0 --input-format v4l2 --name Camera",
        "  spout send - --raw 1920x1080 --format rgba64le < film.raw"})
public final class Send implements Callable<Integer> {
    private static final String STDIN = "-";

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "PNG, JPEG, GIF, WebP, TIFF or BMP (animated ones move); one film, by its file, address (srt://…), device or "
            + "pattern (frame-%%04d.png); or - for raw video on standard input.")
    private List<String> files;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "spout4j", description = "The sender's name; default: ${DEFAULT-VALUE}.")
    private String name;

    @Option(names = "--fps", paramLabel = "F", converter = FpsConverter.class, description = "Frames a second, such as 60 or 30000/1001; default: an animation's or film's own, or 60.")
    private Double fps;

    @Option(names = "--frames", paramLabel = "N", converter = CountConverter.class, description = "End after N frames; pictures begin again for that, a film with --loop.")
    private Long frames;

    @Option(names = "--loop", description = "Begin again where the pictures or the film end.")
    private boolean loop;

    @Option(names = "--raw", paramLabel = "WxH", converter = FrameSize.Converter.class, description = "The size of raw video on standard input.")
    private FrameSize raw;

    @Option(names = "--format", paramLabel = "FORMAT", converter = FormatConverter.class, completionCandidates = FormatConverter.class, description = "The format to send, and that of raw video; default: rgba for raw video, bgra for pictures, rgba or rgba16 for films.")
    private PixelFormat format;

    @Option(names = "--alpha", paramLabel = "ALPHA", converter = AlphaConverter.class, completionCandidates = AlphaConverter.class, defaultValue = "straight", description = "What the frames carry: straight, premultiplied (colours times alpha) or opaque; "
            + "default: ${DEFAULT-VALUE}.")
    private Alpha alpha;

    @Mixin
    private PixelWay way;

    @Mixin
    private EngineChoice engine;

    @Mixin
    private CameraChoice camera;

    @Option(names = "--memory-too", description = "Beside a texture, send memory share as NAME_memory.")
    private boolean memoryToo;

    @Option(names = "--sync", description = "Send a frame only when \"receive --sync\" asks.")
    private boolean sync;

    @Mixin
    private SendReport report;

    @ArgGroup(validate = false, heading = FilmOptions.HEADING)
    private FilmInputOptions film = new FilmInputOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        camera.check(engine);
        if (files.stream().anyMatch(this::isFilm)) {
            sendFilm();
            return ExitCode.DONE;
        }
        FilmOptions.given(spec).ifPresent(option -> {
            throw CommandException.badInput(option + " is for films; leave it out for pictures and raw video");
        });
        if (files.contains(STDIN)) {
            sendRaw();
        } else {
            sendPictures();
        }
        return ExitCode.DONE;
    }

    private boolean isFilm(String file) {
        return !file.equals(STDIN) && film.concern(file, () -> PictureFile.isPicture(file)
                && !(PictureFile.isGif(file) && FilmOptions.given(spec).isPresent()));
    }

    private void sendFilm() {
        if (files.size() > 1) {
            throw CommandException.badInput("a film is sent alone; send each by a command of its own");
        }
        if (sync) {
            throw CommandException
                    .badInput("--sync is for pictures and raw video: a film has its own pace; leave it out");
        }
        if (raw != null) {
            throw CommandException.badInput("--raw is for standard input: a film tells its size; leave it out");
        }
        FilmSending.of(files.getFirst(), film, fps, loop, format, report).limit(limit()).run(engine, this::order);
    }

    private void sendPictures() {
        if (raw != null) {
            throw CommandException.badInput("--raw is for standard input; write - instead of files");
        }
        PixelFormat sent = formatOr(PixelFormat.BGRA8);
        Depth depth = alpha == Alpha.STRAIGHT ? Depth.of(sent) : Depth.SIXTEEN;
        PictureSequence pictures = new PictureSequence(
                files.stream().map(file -> PictureFile.of(file, depth)).toList());
        pictures.check();
        boolean again = loop || frames != null || pictures.still();
        try (Session session = Session.open(engine);
                Outgoing outgoing = Outgoing.open(session, order(pictures.firstSize(), sent), limit(), sync, report)) {
            boolean more;
            do {
                more = pictures.play(picture -> outgoing.send(rate(picture.fps()),
                        sender -> sender.send(picture.image())));
            } while (more && again);
            outgoing.finish();
        }
    }

    private void sendRaw() throws IOException {
        PixelFormat sent = formatOr(PixelFormat.RGBA8);
        checkRaw(sent);
        try (Session session = Session.open(engine);
                FileInputStream stdin = new FileInputStream(FileDescriptor.in);
                Outgoing outgoing = Outgoing.open(session, order(raw, sent), limit(), sync, report)) {
            RawInput input = new RawInput(stdin.getChannel(), raw, sent);
            try {
                boolean more = true;
                for (ByteBuffer frame = input.next(); more && frame != null; frame = more ? input.next() : null) {
                    ByteBuffer pixels = frame;
                    more = outgoing.send(rate(0), sender -> sender.send(pixels));
                }
            } catch (ClosedByInterruptException e) {
                if (!session.stopping()) {
                    throw e;
                }
            } finally {
                outgoing.finish();
            }
        }
    }

    private void checkRaw(PixelFormat sent) {
        if (files.size() > 1) {
            throw CommandException.badInput("- stands alone; send files and standard input by two commands");
        }
        if (raw == null) {
            throw CommandException.badInput("raw video does not tell its size; add --raw WIDTHxHEIGHT");
        }
        if (raw.bytes(sent) > Integer.MAX_VALUE) {
            throw CommandException.badInput("--raw " + raw + " is more than 2 GiB a frame; send a smaller size");
        }
        if (loop) {
            throw CommandException.badInput("--loop is for files: standard input cannot be read again");
        }
    }

    private SenderOrder order(FrameSize size, PixelFormat sent) {
        return new SenderOrder(name, size, sent, alpha, way, memoryToo, camera.wanted());
    }

    private PixelFormat formatOr(PixelFormat usual) {
        return format != null ? format : usual;
    }

    private double rate(double own) {
        return fps != null ? fps : own > 0 ? own : 60;
    }

    private long limit() {
        return frames != null ? frames : Long.MAX_VALUE;
    }
}
