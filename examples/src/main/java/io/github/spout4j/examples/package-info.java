/** Small programs to start from: each is one file with a main, and says in its first lines what it does. */
package io.github.spout4j.examples;
