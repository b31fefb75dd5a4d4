package io.github.spout4j.examples;

import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;

/**
 * Shows who sends, and ends. {@link WatchDirectory} tells of whoever comes and goes. Run: {@code examples/run ListSenders}.
 * No arguments.
 */
public final class ListSenders {
    private ListSenders() {}

    public static void main(String[] args) {
        try (Spout spout = Spout.open()) {
            SenderDirectory senders = spout.senders();
            IO.println(senders.list().size() + " of at most " + senders.maximum() + " senders:");
            senders.list().forEach(sender -> IO.println("  " + describe(sender)));
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }

    private static String describe(SenderInfo sender) {
        return "%s, %d × %d %s by %s%s".formatted(sender.name(), sender.width(), sender.height(),
                sender.format().map(Enum::name).orElse("format " + sender.dxgiFormat()), sender.transport(),
                sender.active() ? ", active" : "");
    }
}
