package io.github.spout4j.cli.demo;

import io.github.spout4j.Spout;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.CountConverter;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.demo.DemoProcess.Line;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FpsConverter;
import io.github.spout4j.cli.OutputFile;
import io.github.spout4j.cli.PixelWay;
import io.github.spout4j.cli.Progress;
import io.github.spout4j.cli.Quiet;
import io.github.spout4j.cli.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spout demo}: runs a sender process and a receiver process, and reports how they did. */
@Command(name = "demo", description = "Send frames from one process to another and check every pixel of them. Exit "
        + "code 1 where one differs.", footer = {
                "",
                "Examples:",
                "  spout demo",
                "  spout demo --size 1920x1080 --frames 600",
                "  spout demo --image photo.jpg --out copy.png"})
public final class Demo implements Callable<Integer> {
    static final String SENDER = "demo-sender";
    private static final String RECEIVER = "demo-receiver";
    private static final Set<String> TOLD = Set.of(Integer.toString(ExitCode.FAILED),
            Integer.toString(ExitCode.BAD_INPUT), Integer.toString(ExitCode.NOTHING_FOUND));
    private static final double PATIENCE_SECONDS = 40;

    @Mixin
    private DemoContent content;

    @Mixin
    private PixelWay way;

    @Mixin
    private EngineChoice engine;

    @Option(names = "--frames", paramLabel = "N", converter = CountConverter.class, defaultValue = "120", description = "How many frames; default: ${DEFAULT-VALUE}.")
    private long frames;

    @Option(names = "--fps", paramLabel = "F", converter = FpsConverter.class, defaultValue = "60", description = "Frames a second; default: ${DEFAULT-VALUE}.")
    private double fps;

    @Option(names = "--out", paramLabel = "FILE.png", defaultValue = "spout-demo.png", description = "Where the last frame goes; default: ${DEFAULT-VALUE}.")
    private String out;

    @Option(names = "--preview", description = "Then show it live in a window; on a desktop the demo asks for that.")
    private boolean preview;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Mixin
    private Quiet quiet;

    @Option(names = "--spoil", hidden = true, defaultValue = "0", description = "Spoil a pixel of each frame from this on: a test.")
    private long spoil;

    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final DemoResult result = new DemoResult();

    @Override
    public Integer call() throws InterruptedException {
        content.check();
        if (preview && !LiveDemo.hasDisplay()) {
            throw CommandException.badInput("--preview: there is no display here to open a window on; leave it out");
        }
        if (OutputFile.of("--out", out).numbered()) {
            throw CommandException.badInput("--out \"" + out + "\": the demo writes one picture; leave the %d out");
        }
        checkWay();
        String name = "spout demo " + ProcessHandle.current().pid();
        try (DemoProcess sender = DemoProcess.start(SENDER, arguments(name, "--frames=" + frames, "--fps=" + fps,
                "--spoil=" + spoil), lines::add);
                DemoProcess receiver = DemoProcess.start(RECEIVER, arguments(name, "--out=" + out), lines::add);
                Progress progress = quiet.progress()) {
            int told = run(sender, receiver, progress);
            if (told != ExitCode.DONE) {
                return told;
            }
        }
        System.out.print(json
                ? result.json(content.size(), out) + System.lineSeparator()
                : result.summary(content.size(), out, Style.onStdout()));
        System.out.flush();
        if (!result.good()) {
            return ExitCode.FAILED;
        }
        return preview || !json && !quiet.wanted() && LiveDemo.canBeOffered() && LiveDemo.isWanted()
                ? LiveDemo.show(name, engine, arguments(name, "--frames=" + LiveDemo.FRAMES, "--fps=" + fps))
                : ExitCode.DONE;
    }

    private void checkWay() {
        try (Spout spout = engine.open()) {
            way.adapter(spout);
        }
    }

    private List<String> arguments(String name, String... more) {
        List<String> arguments = new ArrayList<>(content.arguments());
        arguments.addAll(way.arguments());
        arguments.addAll(engine.arguments());
        arguments.add("--name=" + name);
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** The exit code of a process that failed and said why; else {@link ExitCode#DONE}. */
    private int run(DemoProcess sender, DemoProcess receiver, Progress progress) throws InterruptedException {
        int ready = 0;
        for (boolean more = true; more;) {
            Line line = next();
            switch (line.what()) {
                case "ready" -> {
                    if (line.role().equals(SENDER)) {
                        result.way(String.join(" ", line.words().subList(1, line.words().size())));
                    }
                    if (++ready == 2) {
                        sender.tell("go");
                    }
                }
                case "sent" -> result.sent(line.number(1), line.number(2));
                case "dropped" -> {
                    result.dropped(line.number(1));
                    goOn(sender, line);
                }
                case "received" -> {
                    result.received(line.number(1), line.number(2), line.number(3));
                    goOn(sender, line);
                    progress.show(this::soFar);
                }
                case "end" -> {
                    if (line.role().equals(SENDER)) {
                        receiver.tell("last " + result.lastNumber());
                    } else {
                        sender.tell("close");
                        more = false;
                    }
                }
                case "exit" -> {
                    return exitCodeOf(line);
                }
                default -> throw CommandException.failed("its " + line.role() + " process said: "
                        + String.join(" ", line.words()));
            }
        }
        return ExitCode.DONE;
    }

    private static int exitCodeOf(Line line) {
        String code = line.words().getLast();
        if (TOLD.contains(code)) {
            return Integer.parseInt(code);
        }
        throw CommandException.failed("its " + line.role() + " process ended early, with exit code " + code);
    }

    private static void goOn(DemoProcess sender, Line line) {
        if (WarmUp.covers(line.number(1))) {
            sender.tell("go");
        }
    }

    private Line next() throws InterruptedException {
        Line line = lines.poll((long) (PATIENCE_SECONDS + 2 / fps), TimeUnit.SECONDS);
        if (line == null) {
            throw CommandException.failed("its processes are silent; see spout doctor");
        }
        return line;
    }

    private String soFar() {
        return String.format(Locale.ROOT, "%d of %d frames, %.1f fps, %d wrong pixels", result.received(), frames,
                result.fps(), result.wrongPixels());
    }
}
