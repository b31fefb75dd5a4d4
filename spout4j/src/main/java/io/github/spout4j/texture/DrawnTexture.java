package io.github.spout4j.texture;

import io.github.spout4j.RenderTexture;
import io.github.spout4j.SpoutException;
import io.github.spout4j.d3d11.EventQuery;
import java.util.concurrent.atomic.AtomicBoolean;

/** A texture that a user draws to, before it is sent. */
final class DrawnTexture extends LentTexture implements RenderTexture {
    private final AtomicBoolean open = new AtomicBoolean(true);

    /** @param texture whose making is waited for: DXVK clears new textures, which would come after what somebody else draws to them */
    DrawnTexture(SharedTexture texture) {
        super(texture);
        boolean made = false;
        try {
            texture.device().flush(texture.copied());
            made = texture.copied().await(EventQuery.HANGS_MILLIS);
        } finally {
            if (!made) {
                texture.close();
            }
        }
        if (!made) {
            throw new SpoutException("the graphics adapter did not make a texture within " + EventQuery.HANGS_MILLIS
                    + " ms");
        }
    }

    boolean isOpen() {
        return open.get();
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            super.close();
        }
    }
}
