/**
 * Spout for OpenGL programs: {@link io.github.spout4j.opengl.GlSender} sends textures, framebuffers and the back buffer,
 * {@link io.github.spout4j.opengl.GlReceiver} receives into textures. Any binding will do, as a texture is a number and the context is the one that is
 * current on the calling thread.
 */
package io.github.spout4j.opengl;
