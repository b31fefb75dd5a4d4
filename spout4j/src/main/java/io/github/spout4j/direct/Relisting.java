package io.github.spout4j.direct;

import io.github.spout4j.protocol.SenderRegistration;

/** Puts a sender back into the directory about once a second, should another program have dropped it: some C++ ones do. */
final class Relisting implements Runnable {
    private static final int EVERY = 10;

    private final SenderRegistration registration;
    private int looks;

    Relisting(SenderRegistration registration) {
        this.registration = registration;
    }

    @Override
    public void run() {
        looks++;
        if (looks % EVERY == 0) {
            registration.ensureListed();
        }
    }
}
