package io.github.spout4j.sdk;

import io.github.spout4j.Transport;
import io.github.spout4j.d3d11.Adapters;
import io.github.spout4j.d3d11.Device;
import io.github.spout4j.d3d11.LegacySharedHandles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * An {@link SdkSender} in a process of its own. With words of {@link SdkSenderOptions} on the command line it sends until it is
 * killed, or {@code seconds=N} are over; {@code log=FILE} has the times of its frames written each half second, for
 * {@link ReceiveLedgerProgram}; {@code adapter=N} is the graphics adapter, the first if not given. Without words it reads
 * commands, a line each: {@code start WORDS}, {@code resize WIDTHxHEIGHT}, {@code stick}, {@code stop}, {@code end}.
 */
public final class SdkSenderProgram {
    static final String REPLY = "= ";

    private static final long LOG_EVERY_NANOS = 500_000_000;

    private Device device;
    private SdkSender sender;

    private SdkSenderProgram() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        SdkSenderProgram program = new SdkSenderProgram();
        if (words.length > 0) {
            program.send(List.of(words));
        } else {
            program.obey();
        }
    }

    private void send(List<String> words) throws InterruptedException {
        String[] own = words.stream().filter(word -> !SdkSenderOptions.isOption(word)).toArray(String[]::new);
        double seconds = Double.parseDouble(value(own, "seconds", "1e6"));
        String log = value(own, "log", "");
        SdkSenderOptions options = SdkSenderOptions
                .of(words.stream().filter(SdkSenderOptions::isOption).toArray(String[]::new));
        start(options, Integer.parseInt(value(own, "adapter", "0")));
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            Pacer.awaitUntil(Math.min(end, now + LOG_EVERY_NANOS));
            if (!log.isEmpty()) {
                sender.sent().save(Path.of(log));
            }
        }
        stop();
    }

    private static String value(String[] words, String key, String otherwise) {
        for (String word : words) {
            if (!List.of("seconds", "log", "adapter").contains(word.split("=", 2)[0])) {
                throw new IllegalArgumentException("\"" + word + "\"");
            }
        }
        return Arrays.stream(words).filter(word -> word.startsWith(key + "="))
                .map(word -> word.substring(key.length() + 1)).findFirst().orElse(otherwise);
    }

    private void obey() throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null && !line.equals("end"); line = commands.readLine()) {
            try {
                System.out.println(REPLY + obey(line.split(" ")));
            } catch (RuntimeException | Error e) {
                System.out.println(REPLY + e);
                e.printStackTrace();
            }
        }
        if (sender != null) {
            stop();
        }
    }

    private String obey(String[] words) {
        return switch (words[0]) {
            case "start" -> {
                start(SdkSenderOptions.of(Arrays.copyOfRange(words, 1, words.length)), 0);
                yield "started";
            }
            case "resize" -> {
                String[] size = words[1].split("x");
                sender.resize(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
                yield "resized";
            }
            case "stick" -> {
                sender.getStuck();
                yield "stuck";
            }
            case "stop" -> stop();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private void start(SdkSenderOptions options, int adapter) {
        if (options.transport() == Transport.TEXTURE) {
            if (device == null) {
                device = Device.on(Adapters.list().get(adapter));
            }
            sender = SdkSender.ofTextures(options, device, new LegacySharedHandles());
        } else {
            sender = SdkSender.ofMemory(options);
        }
        sender.awaitFirst();
    }

    private String stop() {
        String sent;
        sender.close();
        sent = sender.sent().text();
        sender = null;
        if (device != null) {
            device.close();
            device = null;
        }
        return sent;
    }
}
