package io.github.spout4j;

/** Something that Spout needed failed: the message says what, on which sender or object, and the system's own reason. */
public class SpoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SpoutException(String message) {
        super(message);
    }

    public SpoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
