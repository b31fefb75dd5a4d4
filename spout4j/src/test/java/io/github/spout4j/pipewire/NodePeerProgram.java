package io.github.spout4j.pipewire;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Logged;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The main class of a {@link NodePeer}: {@code send NAME} or {@code receive NAME}. */
final class NodePeerProgram {
    static final String REPLY = "= ";

    private NodePeerProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (Logged logged = Logged.by("io.github.spout4j"); Spout spout = Spout.open("pipewire")) {
            if (arguments[0].equals("send")) {
                send(spout, arguments[1], logged.lines());
            } else {
                receive(spout, arguments[1], logged.lines());
            }
        }
    }

    static NumberedFrames frames() {
        return new NumberedFrames(PixelFormat.RGBA8, 160, 121);
    }

    private static void send(Spout spout, String name, List<String> log) throws IOException {
        NumberedFrames frames = frames();
        try (SpoutSender sender = spout.sender(name).size(frames.width(), frames.height()).open();
                Streaming streaming = new Streaming(sender, frames, 60)) {
            System.out.println(REPLY + sender.name());
            answer(command -> switch (command) {
                case "sent" -> Integer.toString(streaming.sent());
                default -> String.join(" | ", log);
            });
        }
    }

    private static void receive(Spout spout, String name, List<String> log) throws IOException {
        NumberedFrames frames = frames();
        try (SpoutReceiver receiver = spout.receiver(name).open()) {
            System.out.println(REPLY + name);
            answer(command -> switch (command) {
                case "next" -> Integer.toString(next(receiver, frames));
                case "keep" -> Integer.toString(frames.number(receiver.receive(SpoutSession.PATIENCE).orElseThrow()));
                default -> String.join(" | ", log);
            });
        }
    }

    private static int next(SpoutReceiver receiver, NumberedFrames frames) {
        try (SpoutFrame frame = receiver.receive(SpoutSession.PATIENCE).orElseThrow()) {
            return frames.number(frame);
        }
    }

    private interface Answer {
        String to(String command);
    }

    private static void answer(Answer answer) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(REPLY + answer.to(line));
        }
    }
}
