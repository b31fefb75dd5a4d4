package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineMethod.ACTIVE;
import static io.github.spout4j.peer.GenuineMethod.COUNT;
import static io.github.spout4j.peer.GenuineMethod.CREATE_SENDER;
import static io.github.spout4j.peer.GenuineMethod.FIND_ACTIVE;
import static io.github.spout4j.peer.GenuineMethod.INFO;
import static io.github.spout4j.peer.GenuineMethod.NAME_AT;
import static io.github.spout4j.peer.GenuineMethod.RELEASE_SENDER;

import io.github.spout4j.testing.ChildJvm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A {@link GenuinePeer} seen from a test. */
final class Genuine implements AutoCloseable {
    private static final int NAME_BYTES = 256;

    private final ChildJvm child;

    private Genuine(ChildJvm child) {
        this.child = child;
    }

    static Genuine start() {
        if (System.getProperty(GenuineDllPresent.PROPERTY) == null) {
            throw new AssertionError("no genuine Spout code: -D" + GenuineDllPresent.PROPERTY + " is not set");
        }
        ChildJvm child = ChildJvm.start(GenuinePeer.class);
        child.expect("ready");
        return new Genuine(child);
    }

    /** Calls the method: its result, then its outputs. */
    List<String> call(GenuineMethod method, Object... arguments) {
        begin(method, arguments);
        return answer();
    }

    boolean isTrue(GenuineMethod method, Object... arguments) {
        return Boolean.parseBoolean(call(method, arguments).getFirst());
    }

    int number(GenuineMethod method, Object... arguments) {
        return Integer.parseInt(call(method, arguments).getFirst());
    }

    /** Starts a call whose {@link #answer} is asked for later. */
    void begin(GenuineMethod method, Object... arguments) {
        child.tell(method + Arrays.stream(arguments).map(Genuine::text).collect(Collectors.joining()));
    }

    List<String> answer() {
        List<String> words = List.of(child.expect("=").split("\t", -1));
        return words.subList(0, words.size() - 1);
    }

    /** Makes a new object of the class: the next calls go to it, the last one is left as it is. */
    void renew(GenuineClass type) {
        child.tell("new\t" + type);
        answer();
    }

    /** Runs the destructor of the class's object. */
    void destroy(GenuineClass type) {
        child.tell("delete\t" + type);
        answer();
    }

    /** Writes memory of the peer's process. */
    void poke(long pointer, byte[] bytes) {
        child.tell("poke\t" + pointer + text(bytes));
        answer();
    }

    /** Reads memory of the peer's process. */
    byte[] peek(long pointer, int length) {
        child.tell("peek\t" + pointer + "\t" + length);
        return bytes(answer().getFirst());
    }

    /** Creates a sender and returns the name that it got. */
    String createSender(String name, int width, int height, long handle, int format) {
        List<String> answer = call(CREATE_SENDER, name, width, height, handle, format);
        if (!answer.getFirst().equals("true")) {
            throw new AssertionError("the SDK could not create the sender " + name);
        }
        return answer.get(1);
    }

    boolean releaseSender(String name) {
        return isTrue(RELEASE_SENDER, name);
    }

    /**
     * All names, in the SDK's order, after it has swept the dead ones. Where that leaves none, the SDK still counts those
     * that it has just swept, and gives empty names for them.
     */
    List<String> names() {
        int count = number(COUNT);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = call(NAME_AT, i, "", NAME_BYTES).get(1);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    Optional<GenuineInfo> info(String name) {
        List<String> answer = call(INFO, name);
        return answer.getFirst().equals("true") ? Optional.of(info(name, answer.subList(1, 5))) : Optional.empty();
    }

    Optional<String> active() {
        List<String> answer = call(ACTIVE, "", NAME_BYTES);
        return answer.getFirst().equals("true") ? Optional.of(answer.get(1)) : Optional.empty();
    }

    Optional<GenuineInfo> findActive() {
        List<String> answer = call(FIND_ACTIVE, "", NAME_BYTES);
        return answer.getFirst().equals("true")
                ? Optional.of(info(answer.get(1), answer.subList(2, 6)))
                : Optional.empty();
    }

    boolean alive() {
        return ProcessHandle.of(child.pid()).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Ends the process as kill -9 does. */
    void kill() {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }

    static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static GenuineInfo info(String name, List<String> outputs) {
        return new GenuineInfo(name, Integer.parseUnsignedInt(outputs.get(0)), Integer.parseUnsignedInt(outputs.get(1)),
                Long.parseLong(outputs.get(2)), Integer.parseUnsignedInt(outputs.get(3)));
    }

    private static String text(Object argument) {
        return "\t" + (argument instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : argument);
    }
}
