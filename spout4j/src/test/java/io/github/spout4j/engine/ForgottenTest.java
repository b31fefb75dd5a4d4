package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.Await;
import io.github.spout4j.testing.UniqueName;

/** What nobody closes is freed and logged once nobody can reach it. */
@Tag("pipewire")
class ForgottenTest {
    @Test
    void forgottenObjectsAreFreedAndLogged() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("io.github.spout4j");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(new java.util.logging.SimpleFormatter().formatMessage(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try (Spout spout = EngineUnderTest.open()) {
            String name = UniqueName.of("forgotten");
            String data = UniqueName.of("data");
            forget(spout, name, data);
            Await.until("the sender is gone: " + logged, PATIENCE, () -> {
                System.gc();
                return spout.senders().find(name).isEmpty();
            });
            List<String> forgotten = new ArrayList<>(List.of("the sender \"" + name, "the receiver of \"" + name));
            if (EngineUnderTest.hasData()) {
                forgotten.add("the memory buffer of \"" + data);
            }
            for (String what : forgotten) {
                Await.until(what + " in " + logged, PATIENCE, () -> {
                    System.gc();
                    return logged.stream().anyMatch(line -> line.contains(what) && line.contains("never closed"));
                });
            }
            try (SpoutSender again = spout.sender(name).size(4, 4).open()) {
                assertThat(again.name()).isEqualTo(name);
            }
            logged.clear();
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(EngineUnderTest.leftovers()).isEmpty();
        assertThat(logged).isEmpty();
    }

    /** In a method of its own, so that nothing on the stack refers to the objects. */
    private static void forget(Spout spout, String name, String data) {
        SpoutSender sender = spout.sender(name).size(4, 4).open();
        SpoutReceiver receiver = spout.receiver(name).open();
        sender.send(new int[16]);
        receiver.receive(PATIENCE).orElseThrow();
        assertThat(receiver.receive(Duration.ZERO)).isEmpty();
        if (EngineUnderTest.hasData()) {
            spout.createMemoryBuffer(data, 10).write(new byte[3]);
        }
    }
}
