package io.github.spout4j.proof.livefuzz;

import com.google.gson.Gson;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.proof.frames.NumberedFrame;
import io.github.spout4j.proof.frames.SenderPlan;
import io.github.spout4j.proof.measure.Metronome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One program whose objects a fuzzer writes to: sends under some names, receives those of other programs, lists. Told "renew" it closes its
 * senders and opens them again; told "count" it prints what it has counted as a line of JSON. Ends when its standard input does.
 */
final class FuzzedProgram {
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final long PAUSE_NANOS = 5_000_000;
    private static final long LIST_PAUSE_NANOS = 100_000_000;
    /** docs/architecture.md: What waits for whom. A second for a lock that others keep, and a quarter for that of the directory. */
    private static final long RECEIVE_MILLIS = PATIENCE.toMillis() + 1500;
    private static final long LIST_MILLIS = 1500;
    /** Opening waits 10 s for what it needs of others. */
    private static final long OPEN_MILLIS = 12_000;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong torn = new AtomicLong();
    private final AtomicLong ownAccess = new AtomicLong();
    private final Set<Integer> missing = ConcurrentHashMap.newKeySet();
    private final TimedCalls calls = new TimedCalls(Metronome.start());
    private final SenderPlan plan;
    private final int program;
    private volatile int round;
    private volatile boolean ending;

    private FuzzedProgram(SenderPlan plan, int program) {
        this.plan = plan;
        this.program = program;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SenderPlan plan = new Gson().fromJson(arguments[0], SenderPlan.class);
        new FuzzedProgram(plan, Integer.parseInt(arguments[1])).run();
    }

    private void run() throws IOException, InterruptedException {
        List<Thread> threads = new ArrayList<>();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        try (Spout spout = Spout.open()) {
            plan.sendersOf(program).forEach(sender -> threads.add(start(() -> send(spout, sender))));
            plan.receivedBy(program).forEach(sender -> threads.add(start(() -> receive(spout, sender))));
            threads.add(start(() -> list(spout)));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                obey(order);
            }
            ending = true;
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private void obey(String order) {
        if (order.equals("renew")) {
            round++;
        } else if (order.equals("await")) {
            plan.receivedBy(program).forEach(missing::add);
        } else {
            System.out.println(new Gson().toJson(new FuzzedCount(sent.get(), received.get(), torn.get(),
                    ownAccess.get(), calls.exceptions.all(), calls.others.all(), calls.slow.all(), calls.worst.all(),
                    missing.size())));
        }
    }

    private static Thread start(Runnable work) {
        return Thread.ofPlatform().start(work);
    }

    private void send(Spout spout, int sender) {
        while (!ending) {
            int now = round;
            SpoutSender own = calls.make("open", OPEN_MILLIS, () -> spout.sender(plan.name(sender))
                    .size(plan.width(), plan.height()).transport(Transport.MEMORY).open());
            if (own == null) {
                LockSupport.parkNanos(PAUSE_NANOS);
                continue;
            }
            send(own, sender, () -> !ending && round == now);
            calls.run("close", OPEN_MILLIS, own::close);
        }
    }

    private void send(SpoutSender own, int sender, BooleanSupplier more) {
        for (int number = 0; more.getAsBoolean(); number++) {
            int frameNumber = number;
            SpoutFrame frame = calls.make("nextFrame", OPEN_MILLIS, own::nextFrame);
            if (frame == null) {
                LockSupport.parkNanos(PAUSE_NANOS);
                continue;
            }
            try {
                NumberedFrame.write(frame, sender, frameNumber);
            } catch (InternalError _) {
                ownAccess.incrementAndGet();
            }
            if (calls.run("publish", OPEN_MILLIS, frame::close)) {
                sent.incrementAndGet();
            }
            own.holdFps(plan.hertz());
        }
    }

    private void receive(Spout spout, int sender) {
        try (SpoutReceiver receiver = spout.receiver(plan.name(sender)).open()) {
            while (!ending) {
                Optional<SpoutFrame> frame = calls.make("receive", RECEIVE_MILLIS, () -> receiver.receive(PATIENCE));
                if (frame != null) {
                    frame.ifPresent(found -> look(found, sender));
                }
            }
        }
    }

    private void look(SpoutFrame frame, int sender) {
        received.incrementAndGet();
        boolean right = false;
        try {
            right = NumberedFrame.read(frame, sender) != NumberedFrame.TORN;
        } catch (InternalError _) {
            ownAccess.incrementAndGet();
        } catch (IndexOutOfBoundsException _) {
            // so small, as what tells its size was written to
        }
        calls.run("give back", RECEIVE_MILLIS, frame::close);
        if (right) {
            missing.remove(sender);
        } else {
            torn.incrementAndGet();
        }
    }

    private void list(Spout spout) {
        while (!ending) {
            calls.run("list", LIST_MILLIS, () -> spout.senders().list());
            calls.run("active", LIST_MILLIS, () -> spout.senders().active());
            calls.run("find", LIST_MILLIS, () -> spout.senders().find(plan.name(0)));
            LockSupport.parkNanos(LIST_PAUSE_NANOS);
        }
    }
}
