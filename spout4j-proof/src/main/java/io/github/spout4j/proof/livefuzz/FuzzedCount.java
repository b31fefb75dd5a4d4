package io.github.spout4j.proof.livefuzz;

import java.util.Map;

/**
 * What one program has counted so far.
 *
 * @param sent       frames
 * @param received   frames
 * @param torn       of those received, with a wrong pixel
 * @param ownAccess  Java's errors at the program's own access to pixels that were cut under it
 * @param exceptions SpoutExceptions, by text without what differs
 * @param others     all else that was thrown, by text
 * @param slow       calls that took longer than they may, without what the machine has held them up, by what they were
 * @param worst      ms of the longest call of each kind, without that
 * @param missing    receivers that have had no right frame of a sender since it was opened again
 */
record FuzzedCount(long sent, long received, long torn, long ownAccess, Map<String, Long> exceptions,
        Map<String, Long> others, Map<String, Long> slow, Map<String, Long> worst, int missing) {}
