package io.github.spout4j.direct;

import io.github.spout4j.engine.ListedSender;
import io.github.spout4j.engine.LostMemory;
import io.github.spout4j.engine.Watch;
import io.github.spout4j.protocol.SenderRegistration;
import java.util.List;

/** A sender's registrations, closed in their order. About once a second each is put back, should another program have dropped it: some C++ ones do. */
final class DirectListing implements ListedSender.Listing, Runnable {
    private static final int EVERY = 10;

    private final Watch watch;
    private final LostMemory lost;
    private final List<SenderRegistration> registrations;
    private int looks;

    DirectListing(Watch watch, LostMemory lost, List<SenderRegistration> registrations) {
        this.watch = watch;
        this.lost = lost;
        this.registrations = registrations;
        watch.add(this);
    }

    @Override
    public void run() {
        looks++;
        if (looks % EVERY == 0) {
            registrations.forEach(registration -> lost.run(registration::ensureListed));
        }
    }

    @Override
    public void tellPaused(boolean paused) {
        registrations.forEach(registration -> lost.run(() -> registration.tellPaused(paused)));
    }

    @Override
    public void close() {
        watch.remove(this);
        registrations.forEach(registration -> lost.run(registration::close));
    }
}
