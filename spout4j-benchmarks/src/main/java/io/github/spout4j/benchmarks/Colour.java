package io.github.spout4j.benchmarks;

/** Colours of a terminal, or none. */
enum Colour {
    NONE("", "", ""), ANSI("\033[31m", "\033[32m", "\033[0m");

    private final String red;
    private final String green;
    private final String plain;

    Colour(String red, String green, String plain) {
        this.red = red;
        this.green = green;
        this.plain = plain;
    }

    static Colour ofTerminal() {
        return isTerminal() && System.getenv("NO_COLOR") == null ? ANSI : NONE;
    }

    /** Whether somebody reads what is printed while it comes. */
    static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    String bad(String text) {
        return red + text + plain;
    }

    String good(String text) {
        return green + text + plain;
    }
}
