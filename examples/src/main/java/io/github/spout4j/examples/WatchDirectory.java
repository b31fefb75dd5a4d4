package io.github.spout4j.examples;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;

/**
 * Tells of every sender that appears, changes, goes or becomes the active one, until Ctrl-C; those that are there already come
 * first. The place to start from for a program that does something by itself when a sender comes. Run:
 * {@code examples/run WatchDirectory}. No arguments.
 */
public final class WatchDirectory implements SenderListener {
    private WatchDirectory() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length > 0) {
            System.err.println("usage: WatchDirectory");
            System.exit(2);
        }
        try (Spout spout = Spout.open(); var _ = spout.senders().listen(new WatchDirectory())) {
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }

    // All calls come from one thread of Spout's: what takes long belongs elsewhere.

    @Override
    public void added(SenderInfo sender) {
        tell("appeared", sender.name() + ", " + describe(sender));
    }

    @Override
    public void changed(SenderInfo sender) {
        tell("changed", sender.name() + ", " + describe(sender));
    }

    @Override
    public void removed(String name) {
        tell("gone", name);
    }

    @Override
    public void activated(String name) {
        tell("active", name.isEmpty() ? "none" : name);
    }

    private static String describe(SenderInfo sender) {
        return "%d × %d %s by %s".formatted(sender.width(), sender.height(),
                sender.format().map(Enum::name).orElse("format " + sender.dxgiFormat()), sender.transport());
    }

    private static void tell(String event, String what) {
        IO.println("%s  %-8s  %s".formatted(LocalTime.now().truncatedTo(ChronoUnit.SECONDS), event, what));
    }
}
