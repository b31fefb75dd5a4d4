package io.github.spout4j.snippets;

import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A program that receives. */
public abstract class Receiving {
    private final Spout spout;
    private final String name;
    private volatile boolean running = true;

    protected Receiving(Spout spout, String name) {
        this.spout = spout;
        this.name = name;
    }

    public void stop() {
        running = false;
    }

    protected abstract void show(BufferedImage image);

    public void frames() {
        // @start region="frames"
        try (SpoutReceiver receiver = spout.receiver(name).open()) { // @replace substring='name' replacement='"Stage"'
            while (running) {
                receiver.receive(Duration.ofMillis(100)).ifPresent(frame -> {
                    try (frame) {
                        show(frame.toImage());
                    }
                });
            }
        }
        // @end
    }

    public static ByteBuffer bytes(SpoutReceiver receiver) {
        // @start region="bytes"
        try (SpoutFrame frame = receiver.receive(Duration.ofSeconds(10)).orElseThrow()) {
            ByteBuffer rgba = ByteBuffer.allocateDirect(frame.width() * frame.height() * 4);
            frame.copyTo(MemorySegment.ofBuffer(rgba), PixelLayout.RGBA);
            return rgba;
        }
        // @end
    }

    public static void relay(String from, String to, BooleanSupplier wanted) {
        // @start region="relay"
        try (Spout spout = Spout.open();
                SpoutReceiver receiver = spout.receiver(from).open(); // @replace substring='from' replacement='"Camera"'
                SpoutSender sender = spout.sender(to).size(1, 1).open()) { // @replace substring='to' replacement='"Stage"'
            while (wanted.getAsBoolean()) {
                receiver.receive(Duration.ofMillis(100)).ifPresent(frame -> {
                    try (frame) {
                        sender.send(frame.toImage());
                    }
                });
            }
        }
        // @end
    }

    public static void sendOn(SpoutReceiver receiver, SpoutSender sender) {
        // @start region="textures"
        receiver.receiveTexture(Duration.ofMillis(100)).ifPresent(frame -> sender.sendTexture(frame.texture()));
        // @end
    }
}
