/** What senders and receivers ask of a way that pixels go between OpenGL and Spout. */
package io.github.spout4j.opengl.ways;
