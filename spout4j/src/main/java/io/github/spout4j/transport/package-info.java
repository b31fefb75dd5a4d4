/**
 * What the direct engine asks of a way for pixels, such as memory share: to write the next frame ({@link
 * io.github.spout4j.transport.PixelWriter}) and to read the newest ({@link io.github.spout4j.transport.PixelReader}). The
 * engine knows how to use one, each way is a package of its own, and neither knows the other.
 */
package io.github.spout4j.transport;
