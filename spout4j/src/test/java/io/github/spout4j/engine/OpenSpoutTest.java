package io.github.spout4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.Spout;
import io.github.spout4j.testing.CharsetNames;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for every engine, with one that only notes what is asked of it. */
class OpenSpoutTest {
    private static final int CAPACITY = 3;

    private final List<String> asked = new ArrayList<>();
    private final MemoryBuffer buffer = noting(MemoryBuffer.class, "buffer.");
    private final Spout spout = new OpenSpout(_ -> noting(EngineSession.class, ""));

    private <T> T noting(Class<T> type, String prefix) {
        InvocationHandler handler = (_, method, _) -> {
            if (method.getName().equals("names")) {
                return new CharsetNames(StandardCharsets.UTF_8);
            }
            if (method.getName().equals("lostMemory")) {
                return LostMemory.NONE;
            }
            asked.add(prefix + method.getName());
            return switch (method.getName()) {
                case "openMemoryBuffer" -> buffer;
                case "capacity" -> CAPACITY;
                default -> null;
            };
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    @Test
    void anEngineIsAskedNothingOnceSpoutIsClosed() {
        spout.close();
        asked.clear();
        List<Consumer<Spout>> calls = List.of(open -> open.sender("name"), Spout::receiver,
                open -> open.receiver("name"), Spout::senders, Spout::adapters,
                open -> open.createMemoryBuffer("name", CAPACITY), open -> open.openMemoryBuffer("name"),
                open -> open.frameSync("name"), Spout::settings, Spout::diagnose);
        for (Consumer<Spout> call : calls) {
            assertThatIllegalStateException().isThrownBy(() -> call.accept(spout)).withMessage("Spout is closed");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aSenderOrReceiverAskedForBeforeDoesNotOpenAfterwards() {
        var sender = spout.sender("name").size(1, 1);
        var receiver = spout.receiver("name");
        spout.close();
        asked.clear();
        assertThatIllegalStateException().isThrownBy(sender::open);
        assertThatIllegalStateException().isThrownBy(receiver::open);
        assertThat(asked).isEmpty();
    }

    @Test
    void badNamesDoNotReachTheEngine() {
        assertThatIllegalArgumentException().isThrownBy(() -> spout.sender(""));
        assertThatIllegalArgumentException().isThrownBy(() -> spout.receiver(""));
        assertThatIllegalArgumentException().isThrownBy(() -> spout.openMemoryBuffer(""));
        assertThatIllegalArgumentException().isThrownBy(() -> spout.createMemoryBuffer("", CAPACITY));
        assertThatIllegalArgumentException().isThrownBy(() -> spout.frameSync(""));
        assertThat(asked).isEmpty();
    }

    @Test
    void dataThatDoesNotFitDoesNotReachTheEngine() {
        MemoryBuffer opened = spout.openMemoryBuffer("name");
        opened.write(new byte[CAPACITY]);
        assertThatIllegalArgumentException().isThrownBy(() -> opened.write(new byte[CAPACITY + 1]))
                .withMessageContaining("\"name\"");
        assertThat(asked).containsExactly("openMemoryBuffer", "buffer.capacity", "buffer.write");
    }

    @Test
    void whatIsOpenClosesBeforeTheEngine() {
        MemoryBuffer opened = spout.openMemoryBuffer("name");
        asked.clear();
        spout.close();
        assertThat(asked).containsExactly("buffer.close", "close");
        assertThat(opened.capacity()).isEqualTo(CAPACITY);
    }
}
