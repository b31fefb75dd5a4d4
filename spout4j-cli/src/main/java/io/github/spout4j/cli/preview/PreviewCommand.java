package io.github.spout4j.cli.preview;

import io.github.spout4j.Alpha;
import io.github.spout4j.Spout;
import io.github.spout4j.cli.AlphaConverter;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.OtherSenders;
import io.github.spout4j.cli.OutputFile;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.TimeoutConverter;
import io.github.spout4j.cli.pictures.PngFile;
import io.github.spout4j.preview.Preview;
import io.github.spout4j.preview.PreviewOptions;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spout preview}. */
@Command(name = "preview", description = "Show senders live in a window; key H in it lists the keys.", footer = {
        "",
        "Examples:",
        "  spout preview",
        "  spout preview Resolume --full-screen",
        "  spout preview Resolume --screenshot window.png --after 2"})
public final class PreviewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The sender; default: whichever is active.")
    private String name;

    @Option(names = "--size", paramLabel = "WxH", converter = FrameSize.Converter.class, description = "The window's size without its frame; default: 1080x680.")
    private FrameSize size;

    @Option(names = "--full-screen", description = "Begin on the whole screen; Esc leaves it.")
    private boolean fullScreen;

    @Option(names = "--alpha", paramLabel = "ALPHA", converter = AlphaConverter.class, completionCandidates = AlphaConverter.class, defaultValue = "straight", description = "What the sender's frames carry, which they do not tell: straight, premultiplied or opaque; "
            + "default: ${DEFAULT-VALUE}.")
    private Alpha alpha;

    @Option(names = "--screenshot", paramLabel = "FILE.png", description = "Write what the window shows to a PNG file, and end.")
    private String screenshot;

    @Option(names = "--after", paramLabel = "S", converter = TimeoutConverter.class, description = "Seconds from the first frame to the screenshot; default: 1.")
    private Duration after;

    @Option(names = "--timeout", paramLabel = "S", converter = TimeoutConverter.class, description = "Seconds to wait for the first frame of a screenshot; default: 10.")
    private Duration timeout;

    @Mixin
    private EngineChoice engine;

    @Override
    public Integer call() {
        if (screenshot == null && (after != null || timeout != null)) {
            throw CommandException.badInput("--after and --timeout are for --screenshot FILE.png; add it");
        }
        Path file = screenshot == null ? null : file();
        Preview.unavailable().ifPresent(reason -> {
            throw CommandException.badInput(reason);
        });
        try (Session session = Session.open(engine)) {
            if (file == null) {
                Preview.open(session.spout(), options());
            } else {
                PngFile.write(picture(session), file);
            }
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    private Path file() {
        OutputFile output = OutputFile.of("--screenshot", screenshot);
        if (output.numbered()) {
            throw CommandException.badInput("--screenshot \"" + screenshot + "\" is one picture; leave the %d out");
        }
        return output.path(1);
    }

    private PreviewOptions options() {
        PreviewOptions usual = PreviewOptions.USUAL;
        return new PreviewOptions(Optional.ofNullable(name), size == null ? usual.width() : size.width(),
                size == null ? usual.height() : size.height(), fullScreen, alpha);
    }

    private BufferedImage picture(Session session) {
        Duration longest = timeout == null ? Duration.ofSeconds(10) : timeout;
        return Preview.screenshot(session.spout(), options(), after == null ? Duration.ofSeconds(1) : after, longest)
                .orElseThrow(() -> session.stopping()
                        ? CommandException.failed("ended before the screenshot")
                        : CommandException.nothingFound(missing(session.spout(), longest)));
    }

    private String missing(Spout spout, Duration longest) {
        String seconds = longest.toMillis() / 1000.0 + " s";
        return name == null
                ? "there was no frame of an active sender in " + seconds + "; see spout list"
                : "there was no frame of a sender \"" + name + "\" in " + seconds + "; "
                        + OtherSenders.insteadOf(name, spout.senders());
    }
}
