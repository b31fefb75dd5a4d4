/**
 * The engine that speaks Spout through the official SpoutLibrary.dll. It makes an OpenGL context for each sender and receiver, on a
 * thread of their own, so it works in programs that know no OpenGL. Start at
 * {@link io.github.spout4j.library.engine.LibraryEngine}.
 */
package io.github.spout4j.library.engine;
