package io.github.spout4j;

/**
 * A texture to draw frames to, on the graphics adapter of the sender that made it: no receiver sees it before
 * {@link SpoutSender#sendTexture} copies it. It belongs to the caller, whatever becomes of the sender, and any thread may draw to it.
 */
public interface RenderTexture extends SpoutTexture, AutoCloseable {
    /** Frees the texture. Idempotent. */
    @Override
    void close();
}
