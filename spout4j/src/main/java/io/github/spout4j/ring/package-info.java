/**
 * Pixels through a ring of frames in named memory (docs/protocol.md: Ring of frames): the sender writes to a slot that
 * nobody reads, receivers read where it was written, and nobody waits for anybody. For senders and receivers of spout4j, where no
 * program on the C++ SDK is.
 */
package io.github.spout4j.ring;
