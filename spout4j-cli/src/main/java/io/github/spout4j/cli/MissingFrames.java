package io.github.spout4j.cli;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Why no frame comes.
 *
 * @param name    whose frames are wanted; null for those of the active sender
 * @param timeout how long each was waited for
 */
public record MissingFrames(String name, Duration timeout) {
    /** Where not even one has come. */
    public CommandException none(Spout spout, SpoutReceiver receiver) {
        return CommandException.nothingFound(unchanged(receiver).map(unchanged -> unchanged + ", or it has none yet")
                .orElseGet(() -> name == null
                        ? "there was no active sender in " + seconds() + "; see spout list"
                        : "there was no sender \"" + name + "\" in " + seconds() + "; "
                                + OtherSenders.insteadOf(name, spout.senders())));
    }

    /** Where some have come, but more are wanted. */
    public CommandException only(long received, long limit, SpoutReceiver receiver) {
        return CommandException.nothingFound("only " + received + " of " + limit + " frames came; "
                + unchanged(receiver).orElse("then none in " + seconds()));
    }

    /** That the sender is there; empty where it is not. */
    public Optional<String> unchanged(SpoutReceiver receiver) {
        Optional<SenderInfo> there = receiver.info();
        return there.map(sender -> (name == null ? "the active sender \"" : "the sender \"") + sender.name()
                + (timeout.isZero()
                        ? "\" is there, but has no new picture now"
                        : "\" is there, but its picture has not changed for " + seconds()));
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.3f", timeout.toNanos() / 1e9).replaceAll("\\.?0+$", "") + " s";
    }
}
