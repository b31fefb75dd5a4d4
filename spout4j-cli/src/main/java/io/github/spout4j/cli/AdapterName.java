package io.github.spout4j.cli;

import io.github.spout4j.Adapter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A graphics adapter as it is named on the command line: its index, its name, or a part of the name that no other has. */
public final class AdapterName {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private AdapterName() {}

    /** @throws CommandException where it is none of them, or several */
    public static Adapter find(String wanted, List<Adapter> all) {
        if (all.isEmpty()) {
            throw CommandException.badInput("--adapter \"" + wanted + "\": " + none());
        }
        String text = wanted.toLowerCase(Locale.ROOT);
        return only(all, adapter -> Integer.toString(adapter.index()).equals(text))
                .or(() -> only(all, adapter -> name(adapter).equals(text)))
                .or(() -> text.isEmpty() ? Optional.empty() : only(all, adapter -> name(adapter).contains(text)))
                .orElseThrow(() -> CommandException.badInput("--adapter \"" + wanted + "\" is "
                        + (named(all, text) > 1 ? "more than one graphics adapter" : "no graphics adapter")
                        + "; there is " + all.stream().map(AdapterName::listed).collect(Collectors.joining(", "))));
    }

    /** Why there are no adapters, for people. */
    public static String none() {
        return WINDOWS
                ? "Direct3D finds no graphics adapter here; see spout doctor"
                : "there are no Direct3D adapters here: they are on Windows alone";
    }

    private static Optional<Adapter> only(List<Adapter> all, Predicate<Adapter> wanted) {
        List<Adapter> found = all.stream().filter(wanted).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static long named(List<Adapter> all, String text) {
        return text.isEmpty() ? 0 : all.stream().filter(adapter -> name(adapter).contains(text)).count();
    }

    private static String name(Adapter adapter) {
        return adapter.name().toLowerCase(Locale.ROOT);
    }

    private static String listed(Adapter adapter) {
        return adapter.index() + " (" + adapter.name() + ")";
    }
}
