package io.github.spout4j.peer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * A process that runs genuine Spout code, for tests to talk with by lines. A command is a {@link GenuineMethod} and its
 * arguments, with tabs between; or {@code new CLASS}, {@code delete CLASS}, {@code poke POINTER BASE64},
 * {@code peek POINTER LENGTH}, {@code halt}. The answer is one line: "=", the result, the outputs, ".", with tabs between. All
 * runs on one thread, which is the one that owns mutexes.
 */
final class GenuinePeer {
    private final GenuineDll dll;

    private GenuinePeer(GenuineDll dll) {
        this.dll = dll;
    }

    public static void main(String[] arguments) throws Throwable {
        GenuinePeer peer = new GenuinePeer(new GenuineDll(Path.of(System.getProperty("spout.peer.dll"))));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println("=\t" + String.join("\t", peer.obey(List.of(line.split("\t", -1)))) + "\t.");
        }
    }

    private List<String> obey(List<String> words) throws Throwable {
        switch (words.getFirst()) {
            case "new" -> dll.construct(GenuineClass.valueOf(words.get(1)));
            case "delete" -> dll.destroy(GenuineClass.valueOf(words.get(1)));
            case "poke" -> {
                byte[] bytes = Base64.getDecoder().decode(words.get(2));
                memory(words.get(1), bytes.length).copyFrom(MemorySegment.ofArray(bytes));
            }
            case "peek" -> {
                return List.of(Base64.getEncoder().encodeToString(
                        memory(words.get(1), Long.parseLong(words.get(2))).toArray(ValueLayout.JAVA_BYTE)));
            }
            case "halt" -> Runtime.getRuntime().halt(0);
            default -> {
                return dll.call(GenuineMethod.valueOf(words.getFirst()), words.subList(1, words.size()));
            }
        }
        return List.of("done");
    }

    @SuppressWarnings("restricted")
    private static MemorySegment memory(String pointer, long size) {
        return MemorySegment.ofAddress(Long.parseLong(pointer)).reinterpret(size);
    }
}
