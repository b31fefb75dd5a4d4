package io.github.spout4j.cli.receive;

import io.github.spout4j.Alpha;
import io.github.spout4j.FrameSync;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.cli.AlphaConverter;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.CountConverter;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FrameTarget;
import io.github.spout4j.cli.OutputFile;
import io.github.spout4j.cli.PixelWay;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.TimeoutConverter;
import io.github.spout4j.cli.pictures.Depth;
import io.github.spout4j.cli.pictures.PngTarget;
import io.github.spout4j.cli.raw.RawFormat;
import io.github.spout4j.cli.raw.RawTarget;
import io.github.spout4j.cli.films.FilmOutputOptions;
import io.github.spout4j.cli.films.FilmOptions;
import io.github.spout4j.cli.films.FilmRecording;
import io.github.spout4j.cli.MissingFrames;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Model.CommandSpec;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout receive}. */
@Command(name = "receive", description = "Receive frames as a film, a stream, PNG files or raw video.", footer = {
        "",
        "Examples:",
        "  spout receive Resolume --out show.mp4",
        "  spout receive Resolume --out frame.png",
        "  spout receive --frames 100 --out frame-%%04d.png",
        "  spout receive Film --raw - | ffplay -f rawvideo -pixel_format rgba -video_size 1280x720 -"})
public final class Receive implements Callable<Integer> {
    private static final long MANY = Long.MAX_VALUE;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The sender; default: the active one.")
    private String name;

    @Option(names = "--out", paramLabel = "FILE", description = "A film, until Ctrl-C: .mp4, .m4v, .mov, .mkv, .webm, .gif, .ts or .nut, or the address of a stream (srt://HOST:PORT, rtmp://…); a PNG file for one frame (the last of --frames); or "
            + "a pattern such as frame-%%04d.png for one file a frame.")
    private String out;

    @Option(names = "--depth", paramLabel = "BITS", converter = DepthConverter.class, completionCandidates = DepthConverter.class, description = "Bits of each channel in PNG files, 8 or 16; default: 16 where the sender's format has more than 8.")
    private Depth depth;

    @Option(names = "--raw", paramLabel = "-", description = "Write all pixels' bytes to standard output.")
    private String raw;

    @Option(names = "--frames", paramLabel = "N", converter = CountConverter.class, description = "End after N frames; default: 1 for a PNG file, else until the sender ends or Ctrl-C.")
    private Long frames;

    @Option(names = "--timeout", paramLabel = "S", converter = TimeoutConverter.class, defaultValue = "10", description = "Seconds to wait for each frame, 0 to look once, and for a sender that is gone; default: ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Option(names = "--format", paramLabel = "FORMAT", converter = RawFormat.Converter.class, completionCandidates = RawFormat.Converter.class, description = "The format of raw video, see spout send --help, or \"sender\" for that in which the pixels come; "
            + "default: rgba.")
    private RawFormat format;

    @Option(names = "--alpha", paramLabel = "ALPHA", converter = AlphaConverter.class, completionCandidates = AlphaConverter.class, defaultValue = "straight", description = "What the sender's frames carry, which they do not tell: straight, premultiplied (dark fringes "
            + "otherwise), or opaque; written is straight. Default: ${DEFAULT-VALUE}.")
    private Alpha alpha;

    @Mixin
    private PixelWay way;

    @Mixin
    private EngineChoice engine;

    @Option(names = "--mode", paramLabel = "MODE", converter = ModeConverter.class, completionCandidates = ModeConverter.class, defaultValue = "lowest-latency", description = "What reading textures back waits for: lowest-latency for this frame, pipelined for what "
            + "is there, mostly the one before; default: ${DEFAULT-VALUE}.")
    private ReceiveMode mode;

    @Option(names = "--sync", description = "Ask for each frame by frame sync, which \"spout send --sync\" waits for: none is lost.")
    private boolean sync;

    @Mixin
    private ReceiveReport report;

    @ArgGroup(validate = false, heading = FilmOptions.HEADING)
    private FilmOutputOptions film = new FilmOutputOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        if (out != null && FilmOutputOptions.isFilm(out)) {
            FilmRecording.of(out, film, frames, sync, name, timeout, report.json(), report.quiet()).run(engine,
                    this::open,
                    spout -> sync ? spout.frameSync(name) : null);
            return ExitCode.DONE;
        }
        FilmOptions.given(spec).ifPresent(option -> {
            throw CommandException.badInput(option + " is for films; leave it out, or write one by --out film.mp4");
        });
        checkEnding();
        OutputFile output = out == null ? null : OutputFile.of("--out", out);
        long limit = frames != null ? frames : output != null && !output.numbered() ? 1 : MANY;
        try (Session session = Session.open(engine);
                SpoutReceiver receiver = open(session.spout());
                FrameTarget target = output == null
                        ? new RawTarget(new FileOutputStream(FileDescriptor.out).getChannel(),
                                format != null ? format : RawFormat.RGBA)
                        : new PngTarget(output, limit, depth, report::written);
                FrameSync request = sync ? session.spout().frameSync(name) : null;
                Progress progress = report.progress()) {
            receive(session, receiver, request, target, limit, progress);
            progress.clear();
            report.ended(receiver.fps());
        }
        return ExitCode.DONE;
    }

    private void check() {
        if (out != null && raw != null) {
            throw CommandException.badInput("--out and --raw exclude each other; choose one");
        }
        if (out == null && raw == null) {
            throw CommandException
                    .badInput("say where frames go: --out film.mp4, --out FILE.png, --out frame-%04d.png or --raw -");
        }
        if (raw != null && !raw.equals("-")) {
            throw CommandException.badInput("--raw writes to standard output only; write --raw - > \"" + raw + "\"");
        }
        if (raw != null && report.json()) {
            throw CommandException
                    .badInput("with --raw - the pixels go to standard output, where --json writes; use --out");
        }
        if (raw != null && depth != null) {
            throw CommandException.badInput("--depth is for PNG files; raw video has --format");
        }
        if (depth != null && FilmOutputOptions.isFilm(out)) {
            throw CommandException.badInput("--depth is for PNG files; a film has --codec");
        }
        if (out != null && format != null) {
            throw CommandException.badInput("--format is for raw video; PNG files have --depth, films have --codec");
        }
        if (sync && name == null) {
            throw CommandException.badInput("--sync needs to know whom to ask; name the sender");
        }
    }

    private void checkEnding() {
        if (out != null && !out.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw CommandException.badInput("--out \"" + out + "\" must end with .png, or, for a film, with one of "
                    + FilmOutputOptions.endings());
        }
    }

    private SpoutReceiver open(Spout spout) {
        try {
            return way.of(spout, name == null ? spout.receiver() : spout.receiver(name)).mode(mode)
                    .alpha(alpha).open();
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    private void receive(Session session, SpoutReceiver receiver, FrameSync request, FrameTarget target, long limit,
            Progress progress) throws IOException {
        boolean more = true;
        ask(request);
        while (more && report.received() < limit && !session.stopping()) {
            Optional<SpoutFrame> next = receiver.receive(timeout);
            if (next.isEmpty()) {
                more = false;
                if (!session.stopping()) {
                    progress.clear();
                    tellMissing(session.spout(), receiver, limit);
                }
            } else {
                try (SpoutFrame frame = next.get()) {
                    report.count(frame);
                    more = target.take(frame, report.received());
                }
                ask(request);
                report.coming(progress, receiver.fps());
            }
        }
    }

    private static void ask(FrameSync request) {
        if (request != null) {
            request.signal();
        }
    }

    private void tellMissing(Spout spout, SpoutReceiver receiver, long limit) {
        MissingFrames missing = new MissingFrames(name, timeout);
        if (report.received() == 0) {
            throw missing.none(spout, receiver);
        }
        if (limit != MANY) {
            throw missing.only(report.received(), limit, receiver);
        }
        missing.unchanged(receiver).ifPresent(why -> report.endedSince(why + " (--timeout waits longer)"));
    }
}
