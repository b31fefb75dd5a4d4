/** Spout for Java: senders, receivers and their directory. Start at {@link io.github.spout4j.Spout}. */
package io.github.spout4j;
