package io.github.spout4j.cli.films;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options for ffmpeg that the user wrote in one text: blanks part them, but not within quotes or after a backslash. No shell reads them. */
record FfmpegWords(List<String> words) {
    static final FfmpegWords NONE = new FfmpegWords(List.of());

    static FfmpegWords of(String text) {
        return new FfmpegWords(new Splitting(text).words());
    }

    /** Reads them. */
    static final class Converter implements ITypeConverter<FfmpegWords> {
        @Override
        public FfmpegWords convert(String text) {
            return of(text);
        }
    }

    /** The way through a text. */
    private static final class Splitting {
        private static final char NO_QUOTE = 0;

        private final String text;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean begun;
        private char quote = NO_QUOTE;

        Splitting(String text) {
            this.text = text;
        }

        List<String> words() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\' && escapes(i + 1)) {
                    i++;
                    escaped(i);
                } else if (c == quote) {
                    quote = NO_QUOTE;
                } else if (quote != NO_QUOTE) {
                    word.append(c);
                } else if (c == '"' || c == '\'') {
                    quote = c;
                    begun = true;
                } else if (Character.isWhitespace(c)) {
                    end();
                } else {
                    add(c);
                }
            }
            if (quote != NO_QUOTE) {
                throw new TypeConversionException(
                        "the quote " + quote + " in \"" + text + "\" is not closed; add another " + quote);
            }
            end();
            return words;
        }

        /** Within "…" a backslash is one, except before a quote or another, as in paths of Windows. */
        private boolean escapes(int next) {
            return quote == NO_QUOTE
                    || quote == '"' && next < text.length() && "\"\\".indexOf(text.charAt(next)) >= 0;
        }

        private void escaped(int i) {
            if (i == text.length()) {
                throw new TypeConversionException(
                        "nothing follows the last backslash in \"" + text + "\"; write \\\\ for a backslash");
            }
            add(text.charAt(i));
        }

        private void add(char c) {
            word.append(c);
            begun = true;
        }

        private void end() {
            if (begun) {
                words.add(word.toString());
                word.setLength(0);
                begun = false;
            }
        }
    }
}
