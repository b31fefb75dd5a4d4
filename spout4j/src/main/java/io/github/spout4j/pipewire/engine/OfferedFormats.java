package io.github.spout4j.pipewire.engine;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.pipewire.SpaFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * In which formats a sender gives its frames: as they are, then in those that lose least, then in those that most programs take.
 */
final class OfferedFormats {
    private static final List<SpaFormat> WIDE = List.of(SpaFormat.RGBA_F32, SpaFormat.RGBA_F16);
    private static final List<SpaFormat> USUAL = List.of(SpaFormat.RGBA, SpaFormat.BGRA, SpaFormat.BGRX);

    private OfferedFormats() {}

    static List<SpaFormat> of(PixelFormat format) {
        Set<SpaFormat> offered = new LinkedHashSet<>();
        offered.add(SpaFormat.of(format));
        if (format == PixelFormat.BGRA8_SRGB) {
            offered.add(SpaFormat.BGRA);
        }
        boolean wide = format.bits(0) > Byte.SIZE || format.numbers() != PixelFormat.Numbers.UNORM;
        offered.addAll(wide ? WIDE : USUAL);
        offered.addAll(wide ? USUAL : WIDE);
        return List.copyOf(offered);
    }
}
