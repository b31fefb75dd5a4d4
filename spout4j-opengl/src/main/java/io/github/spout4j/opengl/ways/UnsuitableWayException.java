package io.github.spout4j.opengl.ways;

import io.github.spout4j.SpoutException;

/** This way has none for such frames here; another may have. */
public final class UnsuitableWayException extends SpoutException {
    private static final long serialVersionUID = 1;

    public UnsuitableWayException(String message) {
        super(message);
    }

    public UnsuitableWayException(String message, Throwable cause) {
        super(message, cause);
    }
}
