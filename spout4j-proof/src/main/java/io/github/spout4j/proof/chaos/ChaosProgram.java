package io.github.spout4j.proof.chaos;

import com.google.gson.Gson;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.proof.chaos.Ledger.Count;
import io.github.spout4j.proof.frames.NumberedFrame;
import io.github.spout4j.proof.measure.ThreadTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A program of the chaos: sends, receives or lists until its standard input ends, and writes all down in its {@link Ledger}. */
final class ChaosProgram {
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LEAST_STALL = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LEAST_CALL = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LEAST_SILENCE = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long LEAST_GAP = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long BETWEEN_LISTS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long AFTER_FAILURE = TimeUnit.MILLISECONDS.toNanos(20);
    /** After so long senders and receivers are closed and opened again. */
    private static final long LEAST_LIFE_MILLIS = 2_000;
    private static final long MOST_LIFE_MILLIS = 8_000;
    /** One frame in so many is kept for a while, and looked at again. */
    private static final int KEPT = 16;

    private final ChaosPlan plan;
    private final Ledger ledger;
    private final AtomicInteger places = new AtomicInteger();
    private volatile boolean ending;

    private ChaosProgram(ChaosPlan plan, Ledger ledger) {
        this.plan = plan;
        this.ledger = ledger;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Ledger ledger = Ledger.at(Path.of(arguments[2]));
        ledger.set(Count.BEGUN_AT, System.nanoTime());
        PausedProgram.tells(ledger);
        new ChaosProgram(new Gson().fromJson(arguments[0], ChaosPlan.class), ledger)
                .run(Integer.parseInt(arguments[1]));
    }

    private void run(int slot) throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().start(this::beat);
        Thread work = Thread.ofPlatform().start(() -> work(slot));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        while (orders.readLine() != null) {
            PausedProgram.letGo();
        }
        ending = true;
        PausedProgram.letGo();
        work.join();
    }

    private void beat() {
        long before = System.nanoTime();
        for (;;) {
            LockSupport.parkNanos(BEAT);
            long now = System.nanoTime();
            if (now - before - BEAT > LEAST_STALL) {
                ledger.write(new Ledger.Span(Kind.STALL, 0, before, now, 0, 0, false));
            }
            before = now;
        }
    }

    /** One thing that is going on in a thread. */
    private final class Doing {
        private final int place = places.getAndIncrement();
        private final int sender;
        private final long thread = ThreadTime.number();
        private final ThreadTime time = ThreadTime.own();

        Doing(int sender) {
            this.sender = sender;
        }

        void begin(Kind kind) {
            ledger.begin(place, kind, sender, 0, 0, 0);
        }

        void end(long least) {
            ledger.end(place, least, false, 0);
        }

        void call(Kind kind, Runnable call) {
            Object _ = call(kind, Duration.ZERO, () -> {
                call.run();
                return true;
            });
        }

        /** Null where it failed. */
        <R> R call(Kind kind, Duration patience, Supplier<R> call) {
            ledger.add(kind.needs == Kind.Needs.FRAMES ? Count.FRAME_CALLS : Count.DIRECTORY_CALLS);
            ledger.begin(place, kind, sender, patience.toNanos(), thread, time.nanos());
            boolean done = false;
            try {
                R result = call.get();
                done = true;
                return result;
            } catch (RuntimeException | Error e) {
                System.out.println(kind.text + " of " + plan.name(sender) + ": " + e);
                return null;
            } finally {
                ledger.end(place, LEAST_CALL, !done, time.nanos());
                if (!done) {
                    LockSupport.parkNanos(AFTER_FAILURE);
                }
            }
        }
    }

    private void work(int slot) {
        Doing own = new Doing(0);
        Spout spout = null;
        while (spout == null && !ending) {
            spout = own.call(Kind.OPEN_SPOUT, Duration.ZERO, Spout::open);
        }
        if (spout == null) {
            return;
        }
        Spout opened = spout;
        List<Thread> threads = new ArrayList<>();
        switch (ChaosPlan.role(slot)) {
            case SENDS -> ChaosPlan.senders(slot)
                    .forEach(sender -> threads.add(Thread.ofPlatform().start(() -> send(opened, sender))));
            case RECEIVES -> ChaosPlan.senders(slot)
                    .forEach(sender -> threads.add(Thread.ofPlatform().start(() -> receive(opened, sender))));
            case LISTS -> threads.add(Thread.ofPlatform().start(() -> list(opened)));
        }
        for (Thread thread : threads) {
            join(thread);
        }
        own.call(Kind.CLOSE_SPOUT, spout::close);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long lifeEnd() {
        return System.nanoTime() + TimeUnit.MILLISECONDS
                .toNanos(ThreadLocalRandom.current().nextLong(LEAST_LIFE_MILLIS, MOST_LIFE_MILLIS));
    }

    private void send(Spout spout, int sender) {
        Doing call = new Doing(sender);
        Doing silence = new Doing(sender);
        silence.begin(Kind.SILENCE);
        while (!ending) {
            long asked = System.nanoTime();
            SpoutSender own = call.call(Kind.OPEN_SENDER, Duration.ZERO,
                    () -> spout.sender(plan.name(sender)).size(ChaosPlan.WIDTH, ChaosPlan.HEIGHT)
                            .transport(Transport.MEMORY).open());
            if (own == null) {
                continue;
            }
            if (own.name().equals(plan.name(sender))) {
                send(own, sender, call, silence);
            } else {
                ledger.write(new Ledger.Span(Kind.OTHER_NAME, sender, asked, System.nanoTime(), 0, 0, false));
                System.out.println("the sender " + plan.name(sender) + " became " + own.name());
            }
            call.call(Kind.CLOSE_SENDER, own::close);
        }
    }

    private void send(SpoutSender own, int sender, Doing call, Doing silence) {
        int number = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - plan.start());
        long end = lifeEnd();
        while (!ending && System.nanoTime() - end < 0) {
            SpoutFrame frame = call.call(Kind.NEXT_FRAME, Duration.ZERO, own::nextFrame);
            if (frame == null) {
                continue;
            }
            NumberedFrame.write(frame, sender, number++);
            call.call(Kind.PUBLISH, frame::close);
            silence.end(LEAST_SILENCE);
            silence.begin(Kind.SILENCE);
            ledger.add(Count.SENT);
            own.holdFps(ChaosPlan.hertz(sender));
        }
    }

    private void receive(Spout spout, int sender) {
        Doing call = new Doing(sender);
        Doing gap = new Doing(sender);
        int last = -1;
        while (!ending) {
            SpoutReceiver receiver = call.call(Kind.OPEN_RECEIVER, Duration.ZERO,
                    () -> spout.receiver(plan.name(sender)).open());
            if (receiver == null) {
                continue;
            }
            gap.begin(Kind.GAP);
            last = receive(receiver, sender, last, call, gap);
            gap.end(LEAST_GAP);
            call.call(Kind.CLOSE_RECEIVER, receiver::close);
        }
    }

    private int receive(SpoutReceiver receiver, int sender, int before, Doing call, Doing gap) {
        int last = before;
        SpoutFrame kept = null;
        int keptNumber = 0;
        long end = lifeEnd();
        for (int frames = 0; !ending && System.nanoTime() - end < 0;) {
            SpoutFrame frame = call.call(Kind.RECEIVE, PATIENCE, () -> receiver.receive(PATIENCE).orElse(null));
            if (frame == null) {
                continue;
            }
            gap.end(LEAST_GAP);
            gap.begin(Kind.GAP);
            frames++;
            int number = NumberedFrame.read(frame, sender);
            ledger.add(Count.RECEIVED);
            if (number == NumberedFrame.TORN) {
                ledger.add(Count.TORN);
            } else if (number < last) {
                ledger.add(Count.BACKWARDS);
            } else {
                last = number;
            }
            if (frames % KEPT == 1) {
                if (kept != null) {
                    closeKept(kept, sender, keptNumber, call);
                }
                kept = frame;
                keptNumber = number;
            } else {
                call.call(Kind.CLOSE_FRAME, frame::close);
            }
        }
        if (kept != null) {
            closeKept(kept, sender, keptNumber, call);
        }
        return last;
    }

    private void closeKept(SpoutFrame kept, int sender, int number, Doing call) {
        if (NumberedFrame.read(kept, sender) != number) {
            ledger.add(Count.TORN);
        }
        call.call(Kind.CLOSE_FRAME, kept::close);
    }

    private void list(Spout spout) {
        Doing call = new Doing(0);
        Set<String> names = plan.names().collect(Collectors.toSet());
        List<String> order = List.copyOf(names);
        while (!ending) {
            List<SenderInfo> listed = call.call(Kind.LIST, Duration.ZERO, spout.senders()::list);
            if (listed != null) {
                listed.stream().filter(info -> !plan.knows(info.name()) || info.width() != ChaosPlan.WIDTH
                        || info.height() != ChaosPlan.HEIGHT).forEach(info -> {
                            ledger.add(Count.STRANGE_NAMES);
                            System.out.println("listed: " + info);
                        });
            }
            String one = order.get(ThreadLocalRandom.current().nextInt(order.size()));
            Object _ = call.call(Kind.FIND, Duration.ZERO, () -> spout.senders().find(one));
            Object _ = call.call(Kind.ACTIVE, Duration.ZERO, spout.senders()::active);
            ledger.add(Count.LISTS);
            LockSupport.parkNanos(BETWEEN_LISTS);
        }
    }
}
