/** Pixels between OpenGL and memory, by pixel buffer objects that the GPU fills or empties while the program goes on. */
package io.github.spout4j.opengl.buffers;
