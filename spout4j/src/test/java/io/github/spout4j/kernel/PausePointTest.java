package io.github.spout4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.testing.ChildJvm;
import io.github.spout4j.testing.UniqueName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "objects that are files, and rings, are POSIX's")
class PausePointTest {
    /** Passed by those alone who find others that wait. */
    private static final Set<PausePoint> AMONG_MANY = EnumSet.of(PausePoint.MUTEX_RELEASED);

    @Test
    void oneSenderAndReceiverPassThem() {
        try (ChildJvm child = ChildJvm.start(OneFrame.class, UniqueName.of("points"))) {
            assertThat(child.expect("passed").split(" ")).containsExactlyInAnyOrder(
                    EnumSet.complementOf(EnumSet.copyOf(AMONG_MANY)).stream().map(Enum::name).toArray(String[]::new));
        }
    }

    /** Hears of points. */
    public static final class Told implements Consumer<PausePoint> {
        private static final Set<PausePoint> PASSED = ConcurrentHashMap.newKeySet();

        @Override
        public void accept(PausePoint point) {
            PASSED.add(point);
        }
    }

    /** Sends a frame and receives it. */
    static final class OneFrame {
        private OneFrame() {}

        public static void main(String[] arguments) {
            System.setProperty(PausePoint.PROPERTY, Told.class.getName());
            try (Spout spout = Spout.open();
                    SpoutSender sender = spout.sender(arguments[0]).size(4, 2).transport(Transport.MEMORY).open();
                    SpoutReceiver receiver = spout.receiver(arguments[0]).open()) {
                sender.nextFrame().close();
                SpoutFrame frame = receiver.receive(Duration.ofSeconds(10)).orElseThrow();
                frame.close();
            }
            Set<PausePoint> passed = new TreeSet<>(Told.PASSED);
            passed.removeAll(AMONG_MANY);
            System.out.println("passed " + String.join(" ", passed.stream().map(Enum::name).toList()));
        }
    }
}
