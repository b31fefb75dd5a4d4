package io.github.spout4j.media;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One machine of two, with an object directory of its own. {@code out DIRECTORY NAME ADDRESS WIDTH HEIGHT HZ FIRST [lossless]} sends numbered pictures
 * and relays them; {@code in DIRECTORY NAME ADDRESS} receives what is relayed. Each tells the number, the time, in ns, and the
 * sum of all pixels of every picture.
 */
public final class RelayProgram {
    private RelayProgram() {}

    /** Begins. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("spout.directory", arguments[1]);
        Thread.ofPlatform().daemon().start(RelayProgram::endWithParent);
        try (Spout spout = Spout.open()) {
            if (arguments[0].equals("out")) {
                out(spout, arguments);
            } else {
                in(spout, arguments[2], arguments[3]);
            }
        }
    }

    private static void out(Spout spout, String[] arguments) throws InterruptedException {
        String name = arguments[2];
        int hz = Integer.parseInt(arguments[6]);
        SpoutSender sender = spout.sender(name).size(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]))
                .format(PixelFormat.RGBA8).open();
        Thread relay = Thread.ofPlatform().start(() -> {
            FilmTarget target = FilmTarget.of(arguments[3]).rate(Rate.of(hz)).reconnecting();
            try (SpoutReceiver receiver = spout.receiver(name).open();
                    FilmReceiver film = FilmReceiver.open(Ffmpeg.find(), receiver,
                            arguments.length > 8 ? target.withoutLoss() : target,
                            line -> System.out.println("told " + line))) {
                while (film.next()) {
                    // for ever
                }
            } catch (FilmException e) {
                System.out.println("failed " + e.getMessage());
            }
        });
        for (long number = Long.parseLong(arguments[7]); relay.isAlive(); number++) {
            sender.holdFps(hz);
            long sum;
            try (SpoutFrame frame = sender.nextFrame()) {
                NumberedPictures.draw(frame, number);
                sum = sum(frame);
            }
            System.out.println("sent " + number + " " + System.nanoTime() + " " + sum);
        }
    }

    private static void in(Spout spout, String name, String address) {
        Thread look = Thread.ofPlatform().daemon().start(() -> look(spout, name));
        try (FilmSender film = FilmSender.open(Ffmpeg.find(), FilmSource.of(address).reconnecting().withLowLatency(),
                info -> spout.sender(name).size(info.width(), info.height()).format(info.format()).open(),
                line -> System.out.println("told " + line))) {
            System.out.println("open " + film.info());
            while (film.next() && look.isAlive()) {
                // for ever
            }
        }
    }

    private static void look(Spout spout, String name) {
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            while (true) {
                Optional<SpoutFrame> received = receiver.receive(Duration.ofSeconds(1));
                long now = System.nanoTime();
                if (received.isPresent()) {
                    try (SpoutFrame frame = received.get()) {
                        System.out.println("seen " + NumberedPictures.read(frame) + " " + now + " " + sum(frame));
                    }
                }
            }
        }
    }

    private static long sum(SpoutFrame frame) {
        CRC32 sum = new CRC32();
        sum.update(frame.buffer());
        return sum.getValue();
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // until the other end is closed
            }
        } catch (java.io.IOException _) {
            // as well
        }
        Runtime.getRuntime().exit(0);
    }
}
