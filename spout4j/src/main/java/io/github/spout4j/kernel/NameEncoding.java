package io.github.spout4j.kernel;

import java.util.Optional;

/** How a system writes names as bytes: the ANSI code page on Windows, UTF-8 elsewhere. */
public interface NameEncoding {
    /** The encoding's name, for people. */
    String description();

    /** The name's bytes without NUL; empty where a character has no exact form in this encoding. */
    Optional<byte[]> encode(String name);

    /** The text of a name; bytes that mean nothing become U+FFFD. */
    String decode(byte[] name);
}
