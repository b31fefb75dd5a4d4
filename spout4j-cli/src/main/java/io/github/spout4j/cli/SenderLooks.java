package io.github.spout4j.cli;

import io.github.spout4j.SenderInfo;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Looks at several senders, all at the same time, as far as that goes. */
public final class SenderLooks {
    /** Each is a thread of the system, as receiving waits in calls that would hold up a virtual thread's carrier. */
    public static final int MOST_AT_ONCE = 32;

    private SenderLooks() {}

    /**
     * Ends early where the thread is interrupted, whose interrupt status stays set.
     *
     * @param look from a thread of its own; ends soon when interrupted
     * @param seen takes what each look gave, in the order of the senders, on the calling thread
     */
    public static <T> void at(List<SenderInfo> senders, Function<SenderInfo, T> look, BiConsumer<SenderInfo, T> seen) {
        if (senders.isEmpty()) {
            return;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(senders.size(), MOST_AT_ONCE))) {
            List<Future<T>> looks = senders.stream().map(sender -> threads.submit(() -> look.apply(sender))).toList();
            try {
                for (int i = 0; i < looks.size(); i++) {
                    seen.accept(senders.get(i), looks.get(i).get());
                }
            } catch (InterruptedException _) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
