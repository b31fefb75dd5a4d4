package io.github.spout4j.library;

import io.github.spout4j.SpoutException;

/** The function that was called does not exist in this build of SpoutLibrary.dll; the message names both. */
public class MissingSlotException extends SpoutException {
    private static final long serialVersionUID = 1L;

    MissingSlotException(String message) {
        super(message);
    }
}
