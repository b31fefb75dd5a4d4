package io.github.spout4j.kernel.posix;

import io.github.spout4j.SpoutException;
import java.nio.charset.StandardCharsets;

/** An object of another kind has the name. */
final class WrongKindException extends SpoutException {
    private static final long serialVersionUID = 1L;

    /** @param found for people: what it is instead */
    WrongKindException(byte[] name, ObjectKind wanted, String found) {
        super("\"" + new String(name, StandardCharsets.UTF_8) + "\" is " + found + ", not " + wanted.text);
    }
}
