/** What is published: the bundle for Maven Central, and Central's rules. Not published itself. */
package io.github.spout4j.release;
