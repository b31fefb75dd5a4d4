package io.github.spout4j.cli.receive;

import io.github.spout4j.cli.WordConverter;
import io.github.spout4j.cli.pictures.Depth;
import java.util.List;

/** Bits of each channel: 8 or 16. */
final class DepthConverter extends WordConverter<Depth> {
    DepthConverter() {
        super("depth of PNG files", List.of(Depth.values()), depth -> depth == Depth.EIGHT ? "8" : "16");
    }
}
