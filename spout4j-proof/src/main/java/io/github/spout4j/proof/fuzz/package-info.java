/** Jazzer gives every decoder of foreign bytes what it finds most trying. */
package io.github.spout4j.proof.fuzz;
