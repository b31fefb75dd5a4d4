package io.github.spout4j.cli.receive;

import io.github.spout4j.Alpha;
import io.github.spout4j.FrameSync;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.cli.AlphaConverter;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.CountConverter;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FrameTarget;
import io.github.spout4j.cli.OtherSenders;
import io.github.spout4j.cli.OutputFile;
import io.github.spout4j.cli.PixelWay;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.TimeoutConverter;
import io.github.spout4j.cli.pictures.Depth;
import io.github.spout4j.cli.pictures.PngTarget;
import io.github.spout4j.cli.raw.RawFormat;
import io.github.spout4j.cli.raw.RawTarget;
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
@Command(name = "receive", description = "Receive frames as PNG files or raw video.", footer = {
        "",
        "Examples:",
        "  spout receive Resolume --out frame.png",
        "  spout receive --frames 100 --out frame-%%04d.png",
        "  spout receive Film --raw - | ffplay -f rawvideo -pixel_format rgba -video_size 1280x720 -"})
public final class Receive implements Callable<Integer> {
    private static final long MANY = Long.MAX_VALUE;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The sender; default: the active one.")
    private String name;

    @Option(names = "--out", paramLabel = "FILE", description = "A PNG file for one frame (the last of --frames), or "
            + "a pattern such as frame-%%04d.png for one file a frame.")
    private String out;

    @Option(names = "--depth", paramLabel = "BITS", converter = DepthConverter.class, completionCandidates = DepthConverter.class, description = "Bits of each channel in PNG files, 8 or 16; default: 16 where the sender's format has more than 8.")
    private Depth depth;

    @Option(names = "--raw", paramLabel = "-", description = "Write all pixels' bytes to standard output.")
    private String raw;

    @Option(names = "--frames", paramLabel = "N", converter = CountConverter.class, description = "End after N frames; default: 1 for a PNG file, else until the sender ends.")
    private Long frames;

    @Option(names = "--timeout", paramLabel = "S", converter = TimeoutConverter.class, defaultValue = "10", description = "Seconds to wait for each frame, 0 to look once; default: ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Option(names = "--format", paramLabel = "FORMAT", converter = RawFormat.Converter.class, completionCandidates = RawFormat.Converter.class, description = "The format of raw video, see spout send --help, or \"sender\" for that in which the pixels come; "
            + "default: rgba.")
    private RawFormat format;

    @Option(names = "--alpha", paramLabel = "ALPHA", converter = AlphaConverter.class, completionCandidates = AlphaConverter.class, defaultValue = "straight", description = "What the sender's frames carry, which they do not tell: straight, premultiplied (dark fringes "
            + "otherwise), or opaque; written is straight. Default: ${DEFAULT-VALUE}.")
    private Alpha alpha;

    @Mixin
    private PixelWay way;

    @Option(names = "--mode", paramLabel = "MODE", converter = ModeConverter.class, completionCandidates = ModeConverter.class, defaultValue = "lowest-latency", description = "What reading textures back waits for: lowest-latency for this frame, pipelined for what "
            + "is there, mostly the one before; default: ${DEFAULT-VALUE}.")
    private ReceiveMode mode;

    @Option(names = "--sync", description = "Ask for each frame by frame sync, which \"spout send --sync\" waits for: none is lost.")
    private boolean sync;

    @Mixin
    private ReceiveReport report;

    @Override
    public Integer call() throws IOException {
        check();
        OutputFile output = out == null ? null : OutputFile.of("--out", out);
        long limit = frames != null ? frames : output != null && !output.numbered() ? 1 : MANY;
        try (Session session = Session.open();
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
            throw CommandException.badInput("say where frames go: --out FILE.png, --out frame-%04d.png or --raw -");
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
        if (out != null && format != null) {
            throw CommandException.badInput("--format is for raw video; PNG files have --depth");
        }
        if (sync && name == null) {
            throw CommandException.badInput("--sync needs to know whom to ask; name the sender");
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
        String seconds = String.format(Locale.ROOT, "%.3f", timeout.toNanos() / 1e9).replaceAll("\\.?0+$", "") + " s";
        Optional<SenderInfo> there = receiver.info();
        String unchanged = there.map(sender -> (name == null ? "the active sender \"" : "the sender \"") + sender.name()
                + (timeout.isZero()
                        ? "\" is there, but has no new picture now"
                        : "\" is there, but its picture has not changed for " + seconds))
                .orElse("");
        if (report.received() == 0) {
            throw CommandException.nothingFound(there.isPresent()
                    ? unchanged + ", or it has none yet"
                    : name == null
                            ? "there was no active sender in " + seconds + "; see spout list"
                            : "there was no sender \"" + name + "\" in " + seconds + "; "
                                    + OtherSenders.insteadOf(name, spout.senders()));
        }
        if (limit != MANY) {
            throw CommandException.nothingFound("only " + report.received() + " of " + limit + " frames came; "
                    + (there.isPresent() ? unchanged : "then none in " + seconds));
        }
        there.ifPresent(_ -> report.endedSince(unchanged + " (--timeout waits longer)"));
    }
}
