/**
 * Copies of pixels between memory, Java arrays and images: converted and flipped on the way, in one pass, after the bounds
 * of both sides were checked. Knows nothing of senders and receivers.
 */
package io.github.spout4j.pixels;
