/**
 * What engines have in common: senders and receivers above any way for pixels, frames in use, what is open, and one look-around
 * thread. An engine brings the ways for pixels, a {@link io.github.spout4j.engine.Finder} and the directory.
 */
package io.github.spout4j.engine;
