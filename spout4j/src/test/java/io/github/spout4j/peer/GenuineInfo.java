package io.github.spout4j.peer;

/** What the SDK says of a sender. */
record GenuineInfo(String name, int width, int height, long handle, int format) {}
