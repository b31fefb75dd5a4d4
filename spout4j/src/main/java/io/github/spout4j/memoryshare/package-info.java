/**
 * Pixels through named memory, as Spout 2.006 does: {@code <sender>_map}, guarded by its mutex, counted by the sender's
 * semaphore (docs/protocol.md: Frames). Works on every system, without a GPU.
 */
package io.github.spout4j.memoryshare;
