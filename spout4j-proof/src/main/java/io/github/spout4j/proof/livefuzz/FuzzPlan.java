package io.github.spout4j.proof.livefuzz;

import java.util.stream.IntStream;

/**
 * Who sends and receives what while a fuzzer is at it. No program receives what it sends itself.
 *
 * @param run       what the senders' names begin with
 * @param programs  processes, without the fuzzer
 * @param senders   in all of them together
 * @param receivers of each sender, each in another process
 */
record FuzzPlan(String run, int programs, int senders, int receivers) {
    static final int HERTZ = 60;
    static final int WIDTH = 64;
    static final int HEIGHT = 36;

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
