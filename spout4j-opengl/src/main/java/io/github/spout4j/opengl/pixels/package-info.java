/** What OpenGL calls the formats of frames. */
package io.github.spout4j.opengl.pixels;
