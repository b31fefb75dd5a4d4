package io.github.spout4j.cli;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import java.util.function.Consumer;

/**
 * The sender that the user wants.
 *
 * @param alpha     what its frames carry
 * @param memoryToo whether memory share is to go beside a texture
 * @param camera    whether it is shown as a camera
 */
public record SenderOrder(String name, FrameSize size, PixelFormat format, Alpha alpha, PixelWay way,
        boolean memoryToo, boolean camera) {
    /** Opens it and says so. */
    public SpoutSender open(Spout spout, SendReport report) {
        return open(spout, report, _ -> {});
    }

    /**
     * Opens it and says so.
     *
     * @param more what JSON tells besides
     */
    public SpoutSender open(Spout spout, SendReport report, Consumer<JsonWriter> more) {
        SpoutSender sender = open(spout);
        report.opened(sender, this, more);
        spout.senders().nameForSdk(sender.name())
                .ifPresent(seen -> System.err.println("warning: " + SenderTexts.unseen(sender.name(), seen)));
        return sender;
    }

    private SpoutSender open(Spout spout) {
        try {
            SpoutSender.Builder builder = way.of(spout, spout.sender(name)).size(size.width(), size.height())
                    .format(format).alpha(alpha);
            builder = memoryToo ? builder.alsoMemory() : builder;
            return (camera ? builder.camera() : builder).open();
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput("--name: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return size + " " + format;
    }
}
