package io.github.spout4j;

/**
 * A frame that stays on the graphics card: a texture of the receiver's own. It and all that it tells belong to the receiver, and
 * hold until that receives again or is closed; the same object is handed out each time. The frame is complete in its
 * {@link #texture}: the copy has been waited for. Its {@link #shareHandle} stays the same from frame to frame until size or format
 * change.
 *
 * {@snippet file="Receiving.java" region="textures"}
 */
public interface TextureFrame extends SpoutTexture {
    /** {@return the number of this frame, as {@link SpoutFrame#number}} */
    long number();
}
