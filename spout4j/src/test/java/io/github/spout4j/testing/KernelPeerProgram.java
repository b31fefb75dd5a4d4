package io.github.spout4j.testing;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObject;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.NamedSemaphore;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;

/** The other side of {@link KernelPeer}. */
final class KernelPeerProgram {
    static final String REPLY = "reply ";
    private static final String MISSING = "missing";

    private final KernelObjects objects = TestSystem.open().objects();
    private final Map<String, KernelObject> held = new HashMap<>();

    private KernelPeerProgram() {}

    public static void main(String[] args) {
        KernelPeerProgram program = new KernelPeerProgram();
        try (Scanner input = new Scanner(System.in, StandardCharsets.UTF_8)) {
            while (input.hasNextLine()) {
                String[] words = input.nextLine().split(" ");
                for (int i = 0; i < words.length; i++) {
                    words[i] = URLDecoder.decode(words[i], StandardCharsets.UTF_8);
                }
                if (words[0].equals("end")) {
                    System.exit(0);
                }
                System.out.println(REPLY + program.reply(words));
            }
        }
    }

    private String reply(String[] words) {
        try {
            return carryOut(words).toString();
        } catch (SpoutException | IllegalMonitorStateException e) {
            return "refused: " + e.getMessage();
        }
    }

    private Object carryOut(String[] words) {
        String name = words[1];
        return switch (words[0]) {
            case "createMemory" -> keep(name, objects.createMemory(name, Long.parseLong(words[2])));
            case "openMemory" -> keep(name, objects.openMemory(name));
            case "createMutex" -> keep(name, objects.createMutex(name));
            case "openMutex" -> keep(name, objects.openMutex(name));
            case "createSemaphore" ->
                keep(name, objects.createSemaphore(name, Integer.parseInt(words[2]), Integer.parseInt(words[3])));
            case "openSemaphore" -> keep(name, objects.openSemaphore(name));
            case "createEvent" -> keep(name, objects.createEvent(name));
            case "openEvent" -> keep(name, objects.openEvent(name));
            case "close" -> {
                held.remove(name).close();
                yield "closed";
            }
            case "size" -> held(name, NamedMemory.class).size();
            case "get" -> held(name, NamedMemory.class).segment().get(ValueLayout.JAVA_BYTE, Long.parseLong(words[2]));
            case "set" -> {
                held(name, NamedMemory.class).segment().set(ValueLayout.JAVA_BYTE, Long.parseLong(words[2]),
                        Byte.parseByte(words[3]));
                yield "set";
            }
            case "acquire" -> held(name, NamedMutex.class).acquire(Long.parseLong(words[2]));
            case "release" -> {
                held(name, NamedMutex.class).release();
                yield "released";
            }
            case "increment" -> increment(name, words[2], Integer.parseInt(words[3]));
            case "hog" -> hog(name, words[2]);
            case "take" -> held(name, NamedSemaphore.class).acquire(Long.parseLong(words[2]));
            case "give" -> held(name, NamedSemaphore.class).release(Integer.parseInt(words[2]));
            case "awaitChange" ->
                held(name, NamedSemaphore.class).awaitChange(Integer.parseInt(words[2]), Long.parseLong(words[3]));
            case "echo" -> echo(name, words[2], Integer.parseInt(words[3]));
            case "signal" -> {
                held(name, NamedEvent.class).set();
                yield "set";
            }
            case "await" -> held(name, NamedEvent.class).await(Long.parseLong(words[2]));
            default -> throw new AssertionError(words[0]);
        };
    }

    private Object keep(String name, Optional<? extends KernelObject> object) {
        return object.map(found -> keep(name, found)).orElse(MISSING);
    }

    private Object keep(String name, KernelObject object) {
        held.put(name, object);
        return object.created() ? "created" : "opened";
    }

    private <T> T held(String name, Class<T> kind) {
        return kind.cast(held.get(name));
    }

    /** Adds 1 to the first int of {@code memory} so many times, each time under the mutex. */
    private Object increment(String mutexName, String memory, int times) {
        NamedMutex mutex = held(mutexName, NamedMutex.class);
        MemorySegment segment = held(memory, NamedMemory.class).segment();
        for (int i = 0; i < times; i++) {
            if (!mutex.acquire(60_000).owned()) {
                return "not acquired";
            }
            segment.set(ValueLayout.JAVA_INT, 0, segment.get(ValueLayout.JAVA_INT, 0) + 1);
            mutex.release();
        }
        return "done";
    }

    /** Owns the mutex nearly always, as a sender without pause would, until the first byte of {@code memory} is set. */
    private Object hog(String mutexName, String memory) {
        NamedMutex mutex = held(mutexName, NamedMutex.class);
        MemorySegment segment = held(memory, NamedMemory.class).segment();
        System.out.println(REPLY + "hogging");
        while (segment.get(ValueLayout.JAVA_BYTE, 0) == 0) {
            if (!mutex.acquire(60_000).owned()) {
                return "not acquired";
            }
            long end = System.nanoTime() + 1_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            mutex.release();
        }
        return "done";
    }

    /** Answers so many sets of the first event by a set of the second. */
    private Object echo(String event, String answer, int times) {
        NamedEvent asked = held(event, NamedEvent.class);
        NamedEvent answered = held(answer, NamedEvent.class);
        for (int i = 0; i < times; i++) {
            if (!asked.await(60_000).owned()) {
                return "not asked";
            }
            answered.set();
        }
        return "done";
    }
}
