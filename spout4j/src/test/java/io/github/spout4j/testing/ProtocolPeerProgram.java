package io.github.spout4j.testing;

import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.FrameCount;
import io.github.spout4j.protocol.FrameSync;
import io.github.spout4j.protocol.MemoryBuffer;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderRegistration;
import io.github.spout4j.protocol.SharedTextureInfo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The other process of protocol tests: does what the lines on its standard input say and answers each by one line that
 * begins with the command's name. It keeps everything until it ends.
 */
public final class ProtocolPeerProgram {
    private static final SharedTextureInfo INFO = SharedTextureInfo.ofMemory(320, 200, DxgiFormat.B8G8R8A8_UNORM,
            "peer");

    private final KernelSystem system;
    private final SenderNames names;
    private final List<AutoCloseable> kept = new ArrayList<>();
    private FrameCount frames;
    private FrameSync sync;
    private MemoryBuffer buffer;

    private ProtocolPeerProgram(KernelSystem system) {
        this.system = system;
        names = new SenderNames(system);
    }

    /** @param arguments the prefix of all objects, and MaxSenders */
    public static void main(String... arguments) throws IOException {
        KernelSystem system = new PrefixedSystem(TestSystem.open(), arguments[0],
                Map.of("MaxSenders", Integer.valueOf(arguments[1])));
        ProtocolPeerProgram program = new ProtocolPeerProgram(system);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            System.out.println(words[0] + " " + program.run(words));
        }
        program.names.close();
        System.out.println("closed");
    }

    private String run(String... words) {
        return switch (words[0]) {
            case "register" -> register(words[1], Integer.parseInt(words[2]));
            case "list" -> String.join(" ", names.list().stream().map(SenderName::text).toList());
            case "active" -> names.active().get().map(SenderName::text).orElse("");
            case "activate" -> String.valueOf(names.active().set(name(words[1])));
            case "hold" -> hold(words[1]);
            case "frames" -> open(words[1]);
            case "sender" -> {
                frames = FrameCount.ofSender(system.objects(), name(words[1]));
                yield "open";
            }
            case "count" -> count(Integer.parseInt(words[1]));
            case "frame" -> String.valueOf(frames.frame());
            case "change" -> String.valueOf(frames.waitForChange(Integer.parseInt(words[1]), 30_000));
            case "sync" -> open(words[1]);
            case "set" -> set();
            case "await" -> String.valueOf(sync.await(30_000));
            case "buffer" -> create(words[1], Integer.parseInt(words[2]));
            case "write" -> String.valueOf(buffer.write(words[1].getBytes(StandardCharsets.UTF_8)));
            default -> throw new IllegalArgumentException(String.join(" ", words));
        };
    }

    private SenderName name(String text) {
        return SenderName.of(text, system.names());
    }

    private String register(String stem, int count) {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SenderRegistration registration = names.register(name(stem), INFO);
            kept.add(registration);
            given.add(registration.name().text());
        }
        return String.join(" ", given);
    }

    private String hold(String mutex) {
        NamedMutex held = system.objects().createMutex(mutex);
        kept.add(held);
        return String.valueOf(held.acquire(10_000));
    }

    private String open(String name) {
        frames = new FrameCount(system.objects(), name(name));
        sync = new FrameSync(system.objects(), name(name));
        return "open";
    }

    private String count(int times) {
        int last = 0;
        for (int i = 0; i < times; i++) {
            last = frames.countFrame();
        }
        return String.valueOf(last);
    }

    private String set() {
        sync.set();
        return "done";
    }

    private String create(String name, int length) {
        buffer = MemoryBuffer.create(system.objects(), name(name), length);
        return "created";
    }
}
