package io.github.spout4j.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.Alpha;
import io.github.spout4j.LastFrame;
import io.github.spout4j.ReceiveMode;
import io.github.spout4j.Transport;
import java.util.Optional;

/**
 * What a user asked a receiver for.
 *
 * @param alpha     what the sender's frames carry
 * @param transport the only one accepted; empty for any
 * @param adapter   the one to try first; empty for the system's order
 * @param lastFrame what becomes of it when the sender goes
 */
public record ReceiverOptions(Alpha alpha, Optional<Transport> transport, ReceiveMode mode,
        Optional<Adapter> adapter, LastFrame lastFrame) {}
