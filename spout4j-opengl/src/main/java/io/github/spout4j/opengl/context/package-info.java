/** The OpenGL context that is current: which it is, what it can, and its functions. */
package io.github.spout4j.opengl.context;
