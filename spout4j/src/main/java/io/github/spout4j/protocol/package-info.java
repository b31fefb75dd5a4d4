/**
 * Spout's protocol: named objects, their bytes and the rules between programs, over any {@linkplain
 * io.github.spout4j.kernel system}. The wire is described in {@code docs/protocol.md}; every type here names the section
 * it speaks. A peer is never trusted: what is read from shared memory is checked, and bad bytes are an outcome, not an
 * exception.
 */
package io.github.spout4j.protocol;
