package io.github.spout4j.preview;

import io.github.spout4j.SenderInfo;
import java.util.Optional;

/**
 * An entry of the list of senders.
 *
 * @param sender empty for whichever is active
 * @param active whether it is the active sender
 */
record SenderEntry(Optional<SenderInfo> sender, boolean active) {
    Optional<String> name() {
        return sender.map(SenderInfo::name);
    }
}
