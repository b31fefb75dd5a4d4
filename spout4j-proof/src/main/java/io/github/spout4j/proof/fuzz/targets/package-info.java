/**
 * Each decoder of bytes that other programs or people give, under a method that Jazzer can call, with what has to hold whatever it is
 * given.
 *
 * <p>The targets go in where other programs' bytes do: through named objects, files and arguments, and by classes that are public. So
 * nothing in the library is opened for them, and what is checked on the way counts as well.
 */
package io.github.spout4j.proof.fuzz.targets;
