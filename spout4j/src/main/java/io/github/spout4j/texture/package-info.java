/**
 * Pixels through a shared Direct3D 11 texture, as most Spout programs send them (docs/protocol.md: Frames, The shared texture).
 * {@link io.github.spout4j.texture.TextureWriter} and {@link io.github.spout4j.texture.TextureReader} are the way of a frame,
 * {@link io.github.spout4j.texture.TextureSystem} is what this machine offers for it.
 */
package io.github.spout4j.texture;
