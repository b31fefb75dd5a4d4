/**
 * What the protocol needs of a system: named memory, mutexes, semaphores and events with Windows' semantics, the settings of
 * the user, and how names are written as bytes. Interfaces only; each system is a package below, and knows no other.
 */
package io.github.spout4j.kernel;
