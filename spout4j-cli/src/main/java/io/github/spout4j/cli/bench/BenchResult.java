package io.github.spout4j.cli.bench;

import io.github.spout4j.Adapter;
import java.util.Optional;

/**
 * What was measured: medians in µs.
 *
 * @param adapter  on which the texture was
 * @param rounds   how often each was measured
 * @param memcpy   a copy of the same bytes from memory to memory
 * @param upload   the sender's call
 * @param share    from before the sender's call until a receiver has the pixels
 * @param readBack the receiver's call, with a frame that is there
 */
record BenchResult(BenchCase what, Optional<Adapter> adapter, int rounds, double memcpy, double upload, double share,
        double readBack) {
    double ratio(double micros) {
        return micros / memcpy;
    }
}
