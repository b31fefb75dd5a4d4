package io.github.spout4j.cli.lists;

import io.github.spout4j.Adapter;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Transport;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** On which graphics adapter each sender's texture is: looked up once a texture, as that opens it. Thread-safe. */
public final class SenderAdapters {
    private final Function<SenderInfo, Optional<Adapter>> lookUp;
    private final Map<Texture, Optional<Adapter>> known = new HashMap<>();

    private record Texture(String sender, long shareHandle) {}

    /** @param lookUp {@link SenderDirectory#adapterOf} */
    public SenderAdapters(Function<SenderInfo, Optional<Adapter>> lookUp) {
        this.lookUp = lookUp;
    }

    /** Empty with memory share, and where no adapter opens the texture. */
    synchronized Optional<Adapter> of(SenderInfo sender) {
        return sender.transport() != Transport.TEXTURE
                ? Optional.empty()
                : known.computeIfAbsent(new Texture(sender.name(), sender.shareHandle()), _ -> lookUp.apply(sender));
    }
}
