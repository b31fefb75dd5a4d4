package io.github.spout4j.proof.soak;

import com.google.gson.Gson;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.proof.frames.NumberedFrame;
import io.github.spout4j.proof.frames.SenderPlan;
import io.github.spout4j.proof.measure.Gauges;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * One program of the soak: sends under some names, receives those of other programs and looks at every pixel. Prints what it has and
 * has counted as a line of JSON each time that it is told to; ends when its standard input does.
 */
final class SoakProgram {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private final AtomicLong torn = new AtomicLong();
    private final AtomicLong backwards = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final SenderPlan plan;
    private final int program;
    private final Set<Integer> fed = ConcurrentHashMap.newKeySet();
    private volatile boolean ending;

    private SoakProgram(SenderPlan plan, int program) {
        this.plan = plan;
        this.program = program;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SenderPlan plan = new Gson().fromJson(arguments[0], SenderPlan.class);
        new SoakProgram(plan, Integer.parseInt(arguments[1])).run();
    }

    private void run() throws IOException, InterruptedException {
        Gson gson = new Gson();
        List<Thread> threads = new ArrayList<>();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        try (Spout spout = Spout.open()) {
            plan.sendersOf(program).forEach(sender -> threads.add(start(() -> send(spout, sender))));
            plan.receivedBy(program).forEach(sender -> threads.add(start(() -> receive(spout, sender))));
            while (orders.readLine() != null) {
                System.out.println(gson.toJson(count()));
            }
            ending = true;
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private SoakCount count() throws IOException {
        long starved = plan.receivedBy(program).filter(sender -> !fed.contains(sender)).count();
        fed.clear();
        return new SoakCount(Gauges.now(), sent.get(), received.get(), missed.get(), torn.get(), backwards.get(),
                errors.get(), refused.get(), starved);
    }

    private Thread start(Runnable work) {
        return Thread.ofPlatform().start(() -> {
            try {
                work.run();
            } catch (SpoutException | IllegalStateException e) {
                errors.incrementAndGet();
                System.err.println("program " + program + ": " + e);
            }
        });
    }

    /** Null where it was refused: what others have locked is waited for, but not for ever. */
    private <T> T opened(Supplier<T> opening) {
        try {
            return opening.get();
        } catch (SpoutException e) {
            refused.incrementAndGet();
            System.err.println("program " + program + ": " + e);
            return null;
        }
    }

    private void send(Spout spout, int sender) {
        try (SpoutSender own = opened(() -> spout.sender(plan.name(sender)).size(plan.width(), plan.height())
                .transport(Transport.MEMORY).open())) {
            for (int number = 0; own != null && !ending; number++) {
                try (SpoutFrame frame = own.nextFrame()) {
                    NumberedFrame.write(frame, sender, number);
                }
                sent.incrementAndGet();
                own.holdFps(plan.hertz());
            }
        }
    }

    private void receive(Spout spout, int sender) {
        int last = -1;
        try (SpoutReceiver receiver = opened(() -> spout.receiver(plan.name(sender)).open())) {
            while (receiver != null && !ending) {
                SpoutFrame frame = receiver.receive(PATIENCE).orElse(null);
                if (frame == null) {
                    continue;
                }
                try (frame) {
                    fed.add(sender);
                    last = judge(NumberedFrame.read(frame, sender), last);
                }
            }
        }
    }

    private int judge(int number, int last) {
        received.incrementAndGet();
        if (number == NumberedFrame.TORN) {
            torn.incrementAndGet();
            return last;
        }
        if (number <= last) {
            backwards.incrementAndGet();
        } else if (last >= 0) {
            missed.addAndGet(number - last - 1);
        }
        return number;
    }
}
