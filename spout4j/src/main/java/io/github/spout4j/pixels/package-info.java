/** Copies of pixels between memory, Java arrays and images: converted and flipped on the way. */
package io.github.spout4j.pixels;
