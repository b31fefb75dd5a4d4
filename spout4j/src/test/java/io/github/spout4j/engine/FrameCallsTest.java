package io.github.spout4j.engine;

import static io.github.spout4j.engine.EngineUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.testing.Await;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Frames that come at the wrong moment, from a receiver that gives one when it is told to, interrupted or not. */
class FrameCallsTest {
    private final Semaphore frames = new Semaphore(0);
    private final Semaphore waits = new Semaphore(0);
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();
    private final List<Boolean> interrupted = new CopyOnWriteArrayList<>();

    private final SpoutFrame frame = proxy(SpoutFrame.class, closed::incrementAndGet);
    private final SpoutReceiver receiver = proxy(SpoutReceiver.class, () -> {
        interrupted.add(Thread.currentThread().isInterrupted());
        waits.release();
        frames.acquireUninterruptibly();
        return Optional.of(frame);
    });

    private interface Answer {
        Object get();
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, _) -> {
            Object given = answer.get();
            return method.getReturnType() == void.class ? null : given;
        }));
    }

    @Test
    void aFrameThatComesWhileTheSubscriptionIsClosedIsClosedUnheard() {
        FrameCalls calls = FrameCalls.start("x", receiver, () -> false, _ -> heard.incrementAndGet());
        waits.acquireUninterruptibly();
        var closing = Threads.start(() -> {
            calls.close();
            return "closed";
        });
        Await.until("it is ended", PATIENCE, calls::ended);
        frames.release();
        closing.get();
        Await.until("the frame is closed", PATIENCE, () -> closed.get() == 1);
        assertThat(heard).hasValue(0);
    }

    @Test
    void theInterruptOfAListenerIsForgottenBeforeTheNextFrameIsWaitedFor() {
        FrameCalls calls = FrameCalls.start("x", receiver, () -> false, _ -> Thread.currentThread().interrupt());
        waits.acquireUninterruptibly();
        frames.release();
        waits.acquireUninterruptibly();
        var closing = Threads.start(() -> {
            calls.close();
            return "closed";
        });
        Await.until("it is ended", PATIENCE, calls::ended);
        frames.release();
        closing.get();
        assertThat(interrupted).containsExactly(false, false);
    }
}
