package io.github.spout4j.texture;

import io.github.spout4j.Adapter;
import io.github.spout4j.TextureFrame;

/** A receiver's own texture, into which frames are copied for users who render by themselves. */
final class OwnTexture implements TextureFrame, AutoCloseable {
    private final SharedTexture texture;
    private long number;

    OwnTexture(TextureSystem system, OpenedTexture source) {
        texture = system.makeBeside(source.device(), source.shape());
    }

    /** Copies the sender's frame; for who owns its lock, and may release it afterwards. */
    void fetch(OpenedTexture source, long newNumber) {
        source.copyTo(texture.texture());
        number = newNumber;
    }

    void number(long newNumber) {
        number = newNumber;
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
    public long number() {
        return number;
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
