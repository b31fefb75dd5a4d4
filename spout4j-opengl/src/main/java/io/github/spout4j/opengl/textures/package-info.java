/** Textures of the caller's and of our own: their size and storage. */
package io.github.spout4j.opengl.textures;
