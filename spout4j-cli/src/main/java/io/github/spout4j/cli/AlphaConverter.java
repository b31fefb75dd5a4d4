package io.github.spout4j.cli;

import io.github.spout4j.Alpha;
import java.util.List;
import java.util.Locale;

/** What alpha means: straight, premultiplied or opaque. */
public final class AlphaConverter extends WordConverter<Alpha> {
    public AlphaConverter() {
        super("alpha", List.of(Alpha.values()), alpha -> alpha.name().toLowerCase(Locale.ROOT));
    }
}
