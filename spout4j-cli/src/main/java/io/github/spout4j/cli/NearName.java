package io.github.spout4j.cli;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Which of the names that there are was most likely meant by another one. */
final class NearName {
    /** A name of so many characters may have one wrong, one of twice as many two. */
    private static final int CHARACTERS_AN_ERROR = 3;
    private static final int MOST_ERRORS = 3;

    private NearName() {}

    /** The nearest of the names, the first of several; empty where all are too different. */
    static Optional<String> of(String wanted, Collection<String> names) {
        int[] meant = plain(wanted);
        int least = Math.min(meant.length / CHARACTERS_AN_ERROR, MOST_ERRORS) + 1;
        String nearest = null;
        for (String name : names) {
            int errors = errors(meant, plain(name));
            if (errors < least) {
                least = errors;
                nearest = name;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The characters that count: without case, spaces, and ways in which Unicode writes one character. */
    private static int[] plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)
                .codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c)).toArray();
    }

    /** How many characters are to be added, taken away or replaced to make one of the other. */
    private static int errors(int[] one, int[] other) {
        int[] row = new int[other.length + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length];
    }
}
