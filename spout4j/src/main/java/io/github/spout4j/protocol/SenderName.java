package io.github.spout4j.protocol;

import io.github.spout4j.kernel.NameEncoding;

import java.util.Optional;

/**
 * A sender's name, as text and as the bytes that stand for it on this system; each determines the other (docs/protocol.md:
 * Names). Equal by bytes, ordered as in the directory.
 */
public final class SenderName implements Comparable<SenderName> {
    /** What makes any name visible to programs on the C++ SDK. */
    private static final String SEEN_BY_SDK = "A ";
    private static final String BESIDE = "_memory";

    private final String text;
    private final NameBytes bytes;

    private SenderName(String text, NameBytes bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    /**
     * Checks a name given by a user.
     *
     * @throws IllegalArgumentException where it is empty, contains NUL, is reserved, cannot be written in the system's
     *                                  encoding, or takes over 255 bytes there
     */
    public static SenderName of(String text, NameEncoding encoding) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the sender name is empty; give it at least one character");
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "the sender name \"" + text.replace('\0', '\u2400') + "\" contains a NUL character; leave it out");
        }
        if (ObjectNames.reserved(text)) {
            throw new IllegalArgumentException(
                    "the sender name \"" + text + "\" belongs to Spout's own directory; choose another name");
        }
        byte[] bytes = encoding.encode(text)
                .orElseThrow(() -> new IllegalArgumentException("the sender name \"" + text + "\" cannot be written in "
                        + encoding.description() + "; use characters of that encoding"));
        if (bytes.length > NameBytes.MAX) {
            throw new IllegalArgumentException("the sender name \"" + text + "\" takes " + bytes.length + " bytes in "
                    + encoding.description() + "; shorten it to " + NameBytes.MAX + " bytes");
        }
        return new SenderName(text, NameBytes.of(bytes));
    }

    /**
     * The name that these bytes of shared memory stand for; empty where they have no text that leads back to them: no object
     * of such a name can be opened from here, so nothing is known about its sender.
     */
    public static Optional<SenderName> of(NameBytes bytes, NameEncoding encoding) {
        String text = encoding.decode(bytes.toArray());
        return encoding.encode(text)
                .filter(encoded -> encoded.length > 0 && encoded.length <= NameBytes.MAX
                        && NameBytes.of(encoded).equals(bytes))
                .filter(_ -> !ObjectNames.reserved(text)).map(_ -> new SenderName(text, bytes));
    }

    /** The name with {@code _number} after it, cut before that to {@code most} bytes in all. */
    public SenderName numbered(int number, NameEncoding encoding, int most) {
        return within("", "_" + number, encoding, most).orElseThrow(
                () -> new IllegalArgumentException("the sender name \"" + text + "\" cannot be numbered"));
    }

    /** The name with {@code _memory} after it, cut before that to {@code most} bytes in all. */
    SenderName beside(NameEncoding encoding, int most) {
        return within("", BESIDE, encoding, most).orElseThrow(
                () -> new IllegalArgumentException("the sender name \"" + text + "\" leaves no room for " + BESIDE));
    }

    /**
     * A name in place of this one that programs on the C++ SDK see; empty where they see this one. A first byte over 127 is
     * the end of the directory to them (docs/protocol.md: Names).
     */
    public Optional<SenderName> forSdk(NameEncoding encoding) {
        return bytes.beginsInAscii()
                ? Optional.empty()
                : within(SEEN_BY_SDK, "", encoding, ObjectNames.LONGEST_SENDER_OF_SDK);
    }

    /** The name between two texts, cut at its end to {@code most} bytes in all. */
    private Optional<SenderName> within(String before, String after, NameEncoding encoding, int most) {
        for (int end = text.length(); end > 0; end = text.offsetByCodePoints(end, -1)) {
            String candidate = before + text.substring(0, end) + after;
            if (encoding.encode(candidate).filter(encoded -> encoded.length <= most).isPresent()) {
                return Optional.of(of(candidate, encoding));
            }
        }
        return Optional.empty();
    }

    /** For people, and for the system's objects. */
    public String text() {
        return text;
    }

    /** As in shared memory. */
    public NameBytes bytes() {
        return bytes;
    }

    @Override
    public int compareTo(SenderName other) {
        return bytes.compareTo(other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SenderName name && bytes.equals(name.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
