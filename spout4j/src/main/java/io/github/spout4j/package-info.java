/**
 * Spout for Java. Start at {@link io.github.spout4j.Spout}: it opens senders ({@link io.github.spout4j.SpoutSender}) and
 * receivers ({@link io.github.spout4j.SpoutReceiver}) of frames, and shows who else sends
 * ({@link io.github.spout4j.SenderDirectory}).
 *
 * {@snippet file="FirstFrame.java" region="over-and-back"}
 *
 * <p>What failed is told by {@link io.github.spout4j.SpoutException}; bad arguments are an IllegalArgumentException before
 * anything is touched. Null is not allowed anywhere and none is returned. Where "docs/protocol.md" is named, that document of
 * the project has the bytes.
 */
package io.github.spout4j;
