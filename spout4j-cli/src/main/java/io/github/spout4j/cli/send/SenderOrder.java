package io.github.spout4j.cli.send;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.PixelWay;

/**
 * The sender that the user wants.
 *
 * @param alpha     what its frames carry
 * @param memoryToo whether memory share is to go beside a texture
 */
record SenderOrder(String name, FrameSize size, PixelFormat format, Alpha alpha, PixelWay way,
        boolean memoryToo) {
    SpoutSender open(Spout spout) {
        try {
            SpoutSender.Builder builder = way.of(spout, spout.sender(name)).size(size.width(), size.height())
                    .format(format).alpha(alpha);
            return (memoryToo ? builder.alsoMemory() : builder).open();
        } catch (IllegalArgumentException e) {
            throw CommandException.badInput("--name: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return size + " " + format;
    }
}
