package io.github.spout4j.proof.model;

import io.github.spout4j.kernel.PausePoint;
import io.github.spout4j.proof.ChildJava;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that does what it is told, and answers. */
final class Told implements AutoCloseable {
    private static final String NO_ANSWER = "no answer";

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final ChildJava child;

    private Told(Class<?> main, Map<String, String> properties, String... arguments) throws IOException {
        child = new ChildJava(main, properties, answers::add, arguments);
    }

    static Told survivor(Path objects) throws IOException {
        return new Told(Survivor.class, directory(objects));
    }

    static Told victim(Path objects, Victim.Role role, String name) throws IOException {
        Map<String, String> properties = new HashMap<>(directory(objects));
        properties.put(PausePoint.PROPERTY, StopAtPoint.class.getName());
        return new Told(Victim.class, properties, role.name(), name);
    }

    private static Map<String, String> directory(Path objects) {
        return Map.of("spout.directory", objects.toString(), "spout.settings", objects + ".settings");
    }

    void tell(String order) {
        child.tell(order);
    }

    String answer(long seconds) throws InterruptedException {
        String answer = answers.poll(seconds, TimeUnit.SECONDS);
        return answer == null ? NO_ANSWER : answer;
    }

    void kill() throws InterruptedException {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
