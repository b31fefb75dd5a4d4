/**
 * What engines have in common: what a user has open, senders and receivers above any way for pixels, frames in use, and one look-around
 * thread. An engine brings an {@link io.github.spout4j.engine.EngineSession}: its ways for pixels, a
 * {@link io.github.spout4j.engine.Finder} and the directory.
 */
package io.github.spout4j.engine;
