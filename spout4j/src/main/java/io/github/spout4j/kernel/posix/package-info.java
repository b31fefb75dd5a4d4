/**
 * Windows' kernel objects on Linux and macOS: one mapped file an object in a private directory. {@code flock} tells who
 * holds it, atomic words in it carry the state, futexes wake. Start at {@link io.github.spout4j.kernel.posix.PosixSystem}.
 */
package io.github.spout4j.kernel.posix;
