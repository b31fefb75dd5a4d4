package io.github.spout4j.texture;

import io.github.spout4j.SpoutException;

/** No graphics adapter opens a sender's handle: it is on none of ours, or its texture has just gone. */
final class UnopenedTextureException extends SpoutException {
    private static final long serialVersionUID = 1L;

    UnopenedTextureException(String message) {
        super(message);
    }
}
