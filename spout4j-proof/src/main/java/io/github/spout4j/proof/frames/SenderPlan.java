package io.github.spout4j.proof.frames;

import java.util.stream.IntStream;

/**
 * Who sends numbered frames, and who receives them. No program receives what it sends itself.
 *
 * @param run       what the senders' names begin with
 * @param programs  processes
 * @param senders   in all of them together
 * @param receivers of each sender, each in another process
 * @param hertz     frames a second
 * @param width     pixels
 * @param height    pixels
 */
public record SenderPlan(String run, int programs, int senders, int receivers, int hertz, int width, int height) {
    /** The name of a sender, by its number from 0. */
    public String name(int sender) {
        return run + "-" + sender;
    }

    /** Which senders a program has. */
    public IntStream sendersOf(int program) {
        return IntStream.range(0, senders).filter(sender -> sender % programs == program);
    }

    /** Which senders a program receives from. */
    public IntStream receivedBy(int program) {
        return IntStream.range(0, senders)
                .filter(sender -> IntStream.rangeClosed(1, receivers)
                        .anyMatch(at -> (sender + at) % programs == program));
    }
}
