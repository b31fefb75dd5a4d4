package io.github.spout4j.kernel;

import io.github.spout4j.SpoutException;

/**
 * The system could not be asked in time, since another program keeps what all need: nothing is known to be wrong with the object. Who only looks
 * goes on with what was known and looks again.
 */
public final class NotNowException extends SpoutException {
    private static final long serialVersionUID = 1L;

    /** @param message who keeps what, and what can be done */
    public NotNowException(String message) {
        super(message);
    }
}
