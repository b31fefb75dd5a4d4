package io.github.spout4j.texture;

import io.github.spout4j.TextureFrame;

/** A receiver's own texture, into which frames are copied for users who render by themselves. */
final class OwnTexture extends LentTexture implements TextureFrame {
    private long number;

    OwnTexture(TextureSystem system, OpenedTexture source) {
        super(system.makeBeside(source.device(), source.shape()));
    }

    /** Copies the sender's frame; for who owns its lock, and may release it afterwards. */
    void fetch(OpenedTexture source, long newNumber) {
        source.copyTo(shared().texture());
        number = newNumber;
    }

    void number(long newNumber) {
        number = newNumber;
    }

    @Override
    public long number() {
        return number;
    }
}
