package io.github.spout4j.cli.films;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.cli.CameraChoice;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FpsConverter;
import io.github.spout4j.cli.PixelWay;
import io.github.spout4j.cli.SendReport;
import io.github.spout4j.cli.SenderOrder;
import io.github.spout4j.cli.TimeoutConverter;
import io.github.spout4j.Alpha;
import io.github.spout4j.media.FilmSource;
import io.github.spout4j.media.FilmTarget;
import io.github.spout4j.media.Rate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout relay}. */
@Command(name = "relay", description = "Carry a sender to another machine by the network, and receive it there, until Ctrl-C; by ffmpeg.", footer = {
        "",
        "One of both machines waits for the other to call: that whose address has no",
        "host. Whatever breaks off is begun again, each second.",
        "",
        "Examples:",
        "  on the one machine:   spout relay Resolume srt://192.168.1.20:9000",
        "  on the other, .1.20:  spout relay srt://:9000 --name Resolume"})
public final class Relay implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME|ADDRESS", description = "The sender to carry; or the address to receive from: srt://:9000 waits there for who calls.")
    private String from;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ADDRESS", description = "Where the sender goes: srt://HOST:PORT, udp://HOST:PORT, rtmp://…")
    private String to;

    @Option(names = "--name", paramLabel = "NAME", description = "Received from an address: the sender's name here; default: spout4j.")
    private String name;

    @Option(names = "--lossless", description = "Without loss, with alpha and all bits: FFV1 in NUT, for a fast network.")
    private boolean lossless;

    @Option(names = "--codec", paramLabel = "CODEC", description = "h264, hevc or av1, or ffmpeg's name of an encoder, such as h264_nvenc; default: h264.")
    private String codec;

    @Option(names = "--quality", paramLabel = "Q", converter = QualityConverter.class, description = "0 to 100, more is better and larger; default: 75.")
    private Integer quality;

    @Option(names = "--fps", paramLabel = "F", converter = FpsConverter.class, description = "Frames a second, such as 60 or 30000/1001; default: the sender's.")
    private Double fps;

    @Option(names = "--latency", paramLabel = "MS", converter = LatencyConverter.class, description = "For srt: milliseconds in which lost packets can be sent again; default: 120.")
    private Duration latency;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "For srt: what it is encrypted by, the first line of a file; the same on both machines; "
            + "default: the variable SPOUT_PASSPHRASE.")
    private String passphraseFile;

    @Option(names = "--ffmpeg", paramLabel = "OPTIONS", converter = FfmpegWords.Converter.class, description = "More options for ffmpeg, in one text.")
    private FfmpegWords ffmpeg;

    @Option(names = "--timeout", paramLabel = "S", converter = TimeoutConverter.class, description = "End when the sender is not there for so many seconds; default: wait for ever.")
    private Duration timeout;

    @Mixin
    private PixelWay way;

    @Mixin
    private EngineChoice engine;

    @Mixin
    private CameraChoice camera;

    @Mixin
    private SendReport report;

    @Override
    public Integer call() {
        if (FilmSource.isAddress(from)) {
            receive();
        } else {
            send();
        }
        return ExitCode.DONE;
    }

    private void receive() {
        refuse(to != null, "give one address alone to receive from, or a sender's name and an address to send to");
        refuse(lossless, "--lossless is for the machine that sends; leave it out here");
        refuse(codec != null, "--codec is for the machine that sends; leave it out here");
        refuse(quality != null, "--quality is for the machine that sends; leave it out here");
        refuse(timeout != null, "--timeout is for the machine that sends; leave it out here");
        camera.check(engine);
        refuse(name != null && name.isBlank(), "--name is empty; name the sender");
        FilmSending sending = FilmErrors.told(() -> new FilmSending(source(), report));
        sending.waiting().run(engine, (size, format) -> new SenderOrder(name == null ? "spout4j" : name, size, format,
                Alpha.STRAIGHT, way, false, camera.wanted()));
    }

    private void send() {
        refuse(to == null, "say where \"" + from + "\" goes: spout relay NAME srt://HOST:PORT");
        refuse(!FilmSource.isAddress(to), "\"" + to + "\" is no address; write one such as srt://192.168.1.20:9000");
        refuse(name != null, "--name is for the machine that receives; leave it out here");
        refuse(camera.wanted(), "--camera is for the machine that receives; leave it out here");
        FilmErrors.told(() -> new FilmRecording(target(), from, Optional.ofNullable(timeout),
                new FilmReport(to, report))).relayed().run(engine, this::receiver, _ -> null);
    }

    private static void refuse(boolean bad, String why) {
        if (bad) {
            throw CommandException.badInput(why);
        }
    }

    private FilmSource source() {
        FilmSource source = FilmSource.of(from).reconnecting().withLowLatency().options(words().words());
        source = fps == null ? source : source.rate(Rate.of(fps));
        source = latency == null ? source : source.latency(latency);
        return Passphrase.of(passphraseFile, from).map(source::passphrase).orElse(source);
    }

    private FilmTarget target() {
        FilmTarget target = FilmTarget.of(to).reconnecting().options(words().words());
        target = fps == null ? target : target.rate(Rate.of(fps));
        target = latency == null ? target : target.latency(latency);
        target = codec == null ? target : target.codec(codec);
        target = quality == null ? target : target.quality(quality);
        target = lossless ? target.withoutLoss() : target;
        return Passphrase.of(passphraseFile, to).map(target::passphrase).orElse(target);
    }

    private FfmpegWords words() {
        return ffmpeg == null ? FfmpegWords.NONE : ffmpeg;
    }

    private SpoutReceiver receiver(Spout spout) {
        try {
            return way.of(spout, spout.receiver(from)).open();
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }
}
