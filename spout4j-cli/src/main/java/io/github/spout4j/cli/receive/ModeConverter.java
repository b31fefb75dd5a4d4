package io.github.spout4j.cli.receive;

import io.github.spout4j.ReceiveMode;
import io.github.spout4j.cli.WordConverter;
import java.util.List;
import java.util.Locale;

/** How to receive: lowest-latency or pipelined. */
final class ModeConverter extends WordConverter<ReceiveMode> {
    ModeConverter() {
        super("way to receive", List.of(ReceiveMode.values()),
                mode -> mode.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
