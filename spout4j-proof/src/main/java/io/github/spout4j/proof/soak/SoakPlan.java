package io.github.spout4j.proof.soak;

import java.util.stream.IntStream;

/**
 * Who sends and receives what. No program receives what it sends itself.
 *
 * @param run       what the senders' names begin with
 * @param programs  processes
 * @param senders   in all of them together
 * @param receivers of each sender, each in another process
 * @param hertz     frames a second
 * @param width     pixels
 * @param height    pixels
 */
record SoakPlan(String run, int programs, int senders, int receivers, int hertz, int width, int height) {
    String name(int sender) {
        return run + "-" + sender;
    }

    IntStream sendersOf(int program) {
        return IntStream.range(0, senders).filter(sender -> sender % programs == program);
    }

    IntStream receivedBy(int program) {
        return IntStream.range(0, senders)
                .filter(sender -> IntStream.rangeClosed(1, receivers)
                        .anyMatch(at -> (sender + at) % programs == program));
    }
}
