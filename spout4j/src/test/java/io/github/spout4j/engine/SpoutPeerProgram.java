package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutReceiver.ReceiveResult;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.testing.TestSystem;

/** The main class of a {@link SpoutPeer}: has one sender and one receiver, and does as it is told, line by line. */
final class SpoutPeerProgram {
    static final String REPLY = "= ";

    private final Spout spout = EngineUnderTest.open();
    private final List<SpoutSender> many = new ArrayList<>();
    private SpoutSender sender;
    private SpoutReceiver receiver;
    private NamedMutex locked;

    private SpoutPeerProgram() {}

    public static void main(String[] arguments) throws IOException {
        SpoutPeerProgram program = new SpoutPeerProgram();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            if (line.equals("end")) {
                program.spout.close();
                return;
            }
            try {
                System.out.println(REPLY + program.run(line.split(" ")));
            } catch (RuntimeException | AssertionError e) {
                System.out.println(REPLY + e.getClass().getSimpleName() + " " + e.getMessage());
                e.printStackTrace();
            }
        }
    }

    private String run(String[] words) {
        return switch (words[0]) {
            case "sender" -> {
                SpoutSender.Builder builder = spout.sender(URLDecoder.decode(words[1], StandardCharsets.UTF_8))
                        .size(number(words[2]), number(words[3])).format(PixelFormat.valueOf(words[4]));
                sender = (words.length > 5 ? builder.keyedMutex() : builder).open();
                yield sender.name();
            }
            case "closeSender" -> {
                sender.close();
                yield "closed";
            }
            case "send" ->
                Boolean.toString(sender.send(Pattern.argb(number(words[1]), sender.width(), sender.height())));
            case "resize" -> {
                sender.resize(number(words[1]), number(words[2]));
                yield "resized";
            }
            case "half" -> half();
            case "stream" -> stream(words[1], number(words[2]), Transport.valueOf(words[3]));
            case "lock" -> lock(URLDecoder.decode(words[1], StandardCharsets.UTF_8));
            case "unlock" -> {
                locked.release();
                yield "free";
            }
            case "flood" -> flood(number(words[1]));
            case "many" -> many(words[1], number(words[2]));
            case "closeMany" -> {
                many.forEach(SpoutSender::close);
                many.clear();
                yield "closed";
            }
            case "sendMany" -> {
                many.forEach(each -> each.send(Pattern.argb(each.width(), each.width(), 1)));
                yield "sent";
            }
            case "receiver" -> {
                receiver = spout.receiver(URLDecoder.decode(words[1], StandardCharsets.UTF_8)).open();
                yield "open";
            }
            case "receiveFrame" -> {
                Pattern.requireReceived(receiver, number(words[1]), number(words[2]), number(words[3]));
                yield "same";
            }
            case "receive" -> receive(number(words[1]), number(words[2]), number(words[3]));
            case "receiveSlowly" -> {
                receiver.receive(PATIENCE, _ -> {
                    System.out.println(REPLY + "inside");
                    sleep();
                });
                yield "outside";
            }
            case "keep" -> {
                receiver.receive(PATIENCE).orElseThrow(); // never closed: it is this process that ends
                yield "kept";
            }
            case "watch" -> watch(number(words[1]));
            case "list" -> Integer.toString(spout.senders().list().size());
            default -> throw new AssertionError(words[0]);
        };
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    /** Writes half of the next frame, says so, and stays there. */
    private String half() {
        SpoutFrame frame = sender.nextFrame();
        frame.pixels().asSlice(0, frame.pixels().byteSize() / 2).fill((byte) 0xEE);
        System.out.println(REPLY + "inside");
        sleep();
        return "outside";
    }

    /** Opens a sender and sends {@link Stamped} frames, without end and without being asked again. */
    private String stream(String name, int round, Transport transport) {
        sender = spout.sender(name).size(Stamped.WIDTH, Stamped.HEIGHT).transport(transport).open();
        System.out.println(REPLY + sender.name());
        for (int number = 1;; number++) {
            sender.send(Stamped.argb(round, number));
            sender.holdFps(500);
        }
    }

    /** Owns a mutex until "unlock". */
    private String lock(String name) {
        locked = TestSystem.open().objects().createMutex(name);
        return locked.acquire(PATIENCE.toMillis()).toString();
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofDays(1));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends without pause frames that are each of one byte value throughout. */
    private String flood(int millis) {
        byte[] pixels = new byte[sender.width() * sender.height() * 4];
        long end = System.nanoTime() + millis * 1_000_000L;
        int sent = 0;
        while (System.nanoTime() - end < 0) {
            Arrays.fill(pixels, (byte) (sent + 1));
            sent += sender.send(pixels) ? 1 : 0;
        }
        return Integer.toString(sent);
    }

    /** Receives frames of a flood; the number of those of one value throughout, and of others. */
    private String watch(int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        int whole = 0;
        int torn = 0;
        int again = 0;
        long last = 0;
        while (System.nanoTime() - end < 0) {
            try (SpoutFrame frame = receiver.receive(Duration.ofMillis(200)).orElse(null)) {
                if (frame != null) {
                    MemorySegment pixels = frame.pixels();
                    byte first = pixels.get(ValueLayout.JAVA_BYTE, 0);
                    boolean uniform = MemorySegment.mismatch(pixels, 0, pixels.byteSize() - 1, pixels, 1,
                            pixels.byteSize()) == -1;
                    boolean right = uniform && first == (byte) frame.number();
                    whole += right ? 1 : 0;
                    torn += right ? 0 : 1;
                    again += frame.number() <= last ? 1 : 0;
                    last = frame.number();
                }
            }
        }
        return whole + " " + torn + " " + again;
    }

    private String many(String stem, int count) {
        try {
            for (int i = 0; i < count; i++) {
                many.add(spout.sender(stem + "-" + i).size(i + 1, 1).open());
            }
            return "open";
        } catch (SpoutException e) {
            return "refused: " + e.getMessage();
        }
    }

    /** Receives a frame in all ways that a receiver has, since each gives what is the newest. */
    private String receive(int number, int width, int height) {
        try (SpoutFrame frame = receiver.receive(PATIENCE).orElseThrow()) {
            Pattern.requireSame(frame, number, width, height);
        }
        for (PixelFormat format : EngineUnderTest.FORMATS) {
            for (PixelLayout layout : List.of(PixelLayout.of(format), PixelLayout.of(format).flipped())) {
                MemorySegment target = MemorySegment.ofArray(new byte[width * height * 4]);
                try (SpoutReceiver other = spout.receiver(receiver.name().orElseThrow()).open()) {
                    other.info().orElseThrow();
                    ReceiveResult result = other.receiveInto(target, layout, PATIENCE);
                    if (result != ReceiveResult.FRAME) {
                        return result.toString();
                    }
                }
                byte[] expected = Pattern.bytes(number, width, height, format);
                Pattern.requireSame(target, layout.flip() ? Pattern.flipped(expected, width) : expected);
            }
        }
        return "same";
    }
}
