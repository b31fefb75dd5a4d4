package io.github.spout4j.preview;

import io.github.spout4j.Adapter;
import io.github.spout4j.SenderInfo;
import java.util.Optional;

/**
 * How receiving goes.
 *
 * @param wanted  the sender that is received; empty for the active one
 * @param sender  who it is; empty where it is not there
 * @param adapter where its texture is
 * @param trouble why its frames cannot be received
 * @param shown   whether one of its frames has come
 */
record Reception(Optional<String> wanted, Optional<SenderInfo> sender, Optional<Adapter> adapter,
        Optional<String> trouble, boolean shown) {
    static Reception of(Optional<String> wanted) {
        return new Reception(wanted, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
