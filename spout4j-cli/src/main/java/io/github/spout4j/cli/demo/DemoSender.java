package io.github.spout4j.cli.demo;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.cli.CountConverter;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.FpsConverter;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.PixelWay;
import io.github.spout4j.cli.SenderTexts;
import io.github.spout4j.cli.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The demo's sender process. Prints {@code ready WAY-OF-PIXELS}; waits for {@code go}, and again after each
 * frame of the {@link WarmUp}; prints {@code sent NUMBER NANOSECONDS} for
 * each frame, then {@code end}; waits for {@code close}.
 */
@Command(name = "demo-sender", hidden = true)
public final class DemoSender implements Callable<Integer> {
    @Option(names = "--name", required = true)
    private String name;

    @Mixin
    private DemoContent content;

    @Mixin
    private PixelWay way;

    @Mixin
    private EngineChoice engine;

    @Option(names = "--frames", required = true, converter = CountConverter.class)
    private long frames;

    @Option(names = "--fps", required = true, converter = FpsConverter.class)
    private double fps;

    @Option(names = "--spoil", defaultValue = "0")
    private long spoiled;

    private long sent;

    @Override
    public Integer call() {
        ParentLines parent = new ParentLines();
        DemoPictures pictures = content.pictures();
        FrameSize size = pictures.size();
        try (Session session = Session.open(engine);
                SpoutSender sender = way.of(session.spout(), session.spout().sender(name))
                        .size(size.width(), size.height()).format(PixelFormat.BGRA8).open()) {
            System.out.println("ready " + SenderTexts.way(sender));
            parent.take();
            while (WarmUp.covers(sent + 1)) {
                send(sender, pictures, 0);
                parent.take();
            }
            for (long i = 1; i <= frames && !session.stopping(); i++) {
                sender.holdFps(fps);
                send(sender, pictures, i);
            }
            System.out.println("end");
            parent.take();
        } catch (InterruptedException _) {
            return ExitCode.FAILED; // the demo has ended it, and says why
        }
        return ExitCode.DONE;
    }

    private void send(SpoutSender sender, DemoPictures pictures, long attempt) {
        long number = sent + 1;
        int[] pixels = pictures.frame(WarmUp.shown(number));
        int spoil = spoiled > 0 && attempt >= spoiled ? 1 : 0;
        pixels[0] ^= spoil;
        long began = System.nanoTime();
        boolean published = sender.send(pixels);
        pixels[0] ^= spoil;
        System.out.println((published ? "sent " + number : "dropped " + number) + " " + began);
        sent += published ? 1 : 0;
    }
}
