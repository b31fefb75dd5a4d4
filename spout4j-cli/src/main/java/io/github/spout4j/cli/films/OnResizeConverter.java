package io.github.spout4j.cli.films;

import io.github.spout4j.cli.WordConverter;
import io.github.spout4j.media.OnResize;
import java.util.List;
import java.util.Locale;

/** What becomes of a film when its sender changes size: scale, stop or new-file. */
final class OnResizeConverter extends WordConverter<OnResize> {
    OnResizeConverter() {
        super("rule for another size", List.of(OnResize.values()),
                rule -> rule.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
