package io.github.spout4j.benchmarks;

import java.util.Locale;

/** How a frame goes that is timed; the constants' names, in small letters, are what both programs are told. */
enum FrameWay {
    /** Asked for, published, received and let go by one thread. */
    ONCE("one thread"),
    /** To another process and back, both asking without pause; half of that. */
    POLL("two processes, polled"),
    /** To another process that has waited for some 2 ms. */
    WAIT("two processes, waited for");

    final String title;

    FrameWay(String title) {
        this.title = title;
    }

    String argument() {
        return name().toLowerCase(Locale.ROOT);
    }
}
