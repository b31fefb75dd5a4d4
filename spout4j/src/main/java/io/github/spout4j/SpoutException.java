package io.github.spout4j;

/** Something that Spout needed failed: the message says what, on which sender or object, and the system's own reason. */
public class SpoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param message what, on which sender or object, why, and what can be done
     */
    public SpoutException(String message) {
        super(message);
    }

    /**
     * Says what failed, and by what.
     *
     * @param message what, on which sender or object, why, and what can be done
     * @param cause   what was thrown
     */
    public SpoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
