package io.github.spout4j.cli.demo;

import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FrameCounts;
import io.github.spout4j.cli.FrameRates;
import io.github.spout4j.cli.PixelWay;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.pictures.PngFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The demo's receiver process. Waits for the sender; prints {@code ready}, then {@code received NUMBER NANOSECONDS
 * WRONG-PIXELS} for each frame; after the line {@code last NUMBER} from the demo it ends with that frame, or when
 * none comes any more, writes the last frame, and prints {@code end}.
 */
@Command(name = "demo-receiver", hidden = true)
public final class DemoReceiver implements Callable<Integer> {
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS_FOR_LAST = 10;
    /** A count that is looked at may be one too low for a moment. */
    private static final long SURELY_COUNTED = 2;

    @Option(names = "--name", required = true)
    private String name;

    @Mixin
    private DemoContent content;

    @Mixin
    private PixelWay way;

    @Mixin
    private EngineChoice engine;

    @Option(names = "--out", required = true)
    private Path out;

    private SpoutFrame last;
    private boolean counts;

    @Override
    public Integer call() {
        ParentLines parent = new ParentLines();
        DemoPictures pictures = content.pictures();
        try (Session session = Session.open(engine);
                SpoutReceiver receiver = way.of(session.spout(), session.spout().receiver(name)).open()) {
            counts = FrameCounts.inFramesAlone(session.spout());
            if (receiver.awaitSender(CONNECT).isEmpty()) {
                throw CommandException.nothingFound("the demo's sender did not appear");
            }
            System.out.println("ready");
            receive(session, receiver, pictures, parent);
            if (last != null) {
                PngFile.write(last.toImage(), out);
                last.close();
            }
            System.out.println("end");
        }
        return ExitCode.DONE;
    }

    private void receive(Session session, SpoutReceiver receiver, DemoPictures pictures, ParentLines parent) {
        FrameCheck check = new FrameCheck(pictures.size());
        long end = Long.MAX_VALUE;
        long number = 0;
        int empty = 0;
        while (number < end && empty < LOOKS_FOR_LAST && !session.stopping()) {
            Optional<SpoutFrame> frame = receiver.receive(LOOK);
            long now = System.nanoTime();
            if (frame.isPresent()) {
                keep(frame.get());
                number = last.number();
                requireCounting(receiver, number);
                long wrong = check.wrongPixels(last, pictures.frame(WarmUp.shown(number)));
                System.out.println("received " + number + " " + now + " " + wrong);
            }
            String line = parent.poll();
            if (line != null) {
                end = Long.parseLong(line.substring("last ".length()));
            }
            empty = frame.isPresent() || end == Long.MAX_VALUE ? 0 : empty + 1;
        }
    }

    /** Else numbers are those of frames that were seen, which say nothing of those that were lost. */
    private void requireCounting(SpoutReceiver receiver, long number) {
        counts = counts || receiver.info().map(FrameRates::counts).orElse(false);
        if (!counts && number > SURELY_COUNTED) {
            throw CommandException.failed("frames are not counted here, so the demo cannot tell which are lost; "
                    + "switch counting on: spout settings framecount=on");
        }
    }

    private void keep(SpoutFrame frame) {
        if (last != null) {
            last.close();
        }
        last = frame;
    }
}
