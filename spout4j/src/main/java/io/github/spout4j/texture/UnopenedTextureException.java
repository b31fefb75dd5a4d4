package io.github.spout4j.texture;

import io.github.spout4j.SpoutException;

/** A sender's texture does not open: it is on none of our adapters, has just gone, or is none that Spout can copy. */
final class UnopenedTextureException extends SpoutException {
    private static final long serialVersionUID = 1L;

    UnopenedTextureException(String message) {
        super(message);
    }
}
