package io.github.spout4j.texture;

import io.github.spout4j.Adapter;
import io.github.spout4j.SpoutTexture;

/** A texture that users render with by themselves. */
abstract class LentTexture implements SpoutTexture, AutoCloseable {
    private final SharedTexture texture;

    /** @param texture closed with this */
    LentTexture(SharedTexture texture) {
        this.texture = texture;
    }

    SharedTexture shared() {
        return texture;
    }

    @Override
    public int width() {
        return texture.shape().width();
    }

    @Override
    public int height() {
        return texture.shape().height();
    }

    @Override
    public int dxgiFormat() {
        return texture.texture().format();
    }

    @Override
    public long texture() {
        return texture.texture().address();
    }

    @Override
    public long device() {
        return texture.device().address();
    }

    @Override
    public long shareHandle() {
        return texture.handle();
    }

    @Override
    public Adapter adapter() {
        return texture.adapter();
    }

    @Override
    public void close() {
        texture.close();
    }
}
