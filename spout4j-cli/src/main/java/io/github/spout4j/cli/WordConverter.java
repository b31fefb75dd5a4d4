package io.github.spout4j.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few things, each by a word. Iterates over the words, for shells that complete them. */
public abstract class WordConverter<T> implements ITypeConverter<T>, Iterable<String> {
    private final String what;
    private final Supplier<List<T>> all;
    private final Function<T, String> word;

    /**
     * @param what what they are, for people
     * @param word in small letters
     */
    protected WordConverter(String what, List<T> all, Function<T, String> word) {
        this(what, () -> all, word);
    }

    /**
     * Of things that take a while to find.
     *
     * @param all finds them, where a word is read or completed
     */
    WordConverter(String what, Supplier<List<T>> all, Function<T, String> word) {
        this.what = what;
        this.all = all;
        this.word = word;
    }

    @Override
    public T convert(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return all.get().stream().filter(each -> word.apply(each).equals(wanted)).findFirst()
                .orElseThrow(
                        () -> new TypeConversionException("\"" + text + "\" is no " + what + "; write " + words()));
    }

    @Override
    public Iterator<String> iterator() {
        return all.get().stream().map(word).iterator();
    }

    private String words() {
        List<String> words = all.get().stream().map(word).toList();
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
