package io.github.spout4j.cli.receive;

import io.github.spout4j.ReceiveMode;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How to receive: lowest-latency or pipelined. */
final class ModeConverter implements ITypeConverter<ReceiveMode> {
    @Override
    public ReceiveMode convert(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "lowest-latency" -> ReceiveMode.LOWEST_LATENCY;
            case "pipelined" -> ReceiveMode.PIPELINED;
            default -> throw new TypeConversionException(
                    "\"" + text + "\" is no way to receive; write lowest-latency or pipelined");
        };
    }
}
