/**
 * PipeWire, as much as frames need, by libpipewire-0.3 and {@code java.lang.foreign}: a connection to its daemon, what nodes of video there
 * are, and streams of frames. It knows nothing of Spout's protocol. Whatever it reads was written by other programs, so it is checked first.
 */
package io.github.spout4j.pipewire;
