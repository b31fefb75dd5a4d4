package io.github.spout4j.texture;

import io.github.spout4j.RenderTexture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A texture that a user draws to, before it is sent. */
final class DrawnTexture extends LentTexture implements RenderTexture {
    private final AtomicBoolean open = new AtomicBoolean(true);

    DrawnTexture(SharedTexture texture) {
        super(texture);
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            super.close();
        }
    }
}
