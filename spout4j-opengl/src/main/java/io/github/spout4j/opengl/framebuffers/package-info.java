/** Framebuffers of the caller's and of our own: what is to be sent, bound to be read, and state as it was before. */
package io.github.spout4j.opengl.framebuffers;
