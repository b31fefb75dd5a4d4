package io.github.spout4j.media;

import io.github.spout4j.SpoutException;

/** A film could not be read or written: the message says which, why in ffmpeg's last words, and what can be done. */
public final class FilmException extends SpoutException {
    private static final long serialVersionUID = 1L;

    /** Whether what was asked for cannot be done at all. */
    private final boolean asked;

    private FilmException(String message, boolean asked, Throwable cause) {
        super(message, cause);
        this.asked = asked;
    }

    static FilmException failed(String message) {
        return new FilmException(message, false, null);
    }

    static FilmException failed(String message, Throwable cause) {
        return new FilmException(message, false, cause);
    }

    static FilmException badInput(String message) {
        return new FilmException(message, true, null);
    }

    /** {@return whether what was asked for cannot be done at all, such as a file that is no film; otherwise it may work another time} */
    public boolean badInput() {
        return asked;
    }
}
