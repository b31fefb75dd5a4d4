package io.github.spout4j.cli;

import picocli.CommandLine.Help.Ansi;

/** Colours, where there is a terminal and the user has not switched them off by NO_COLOR. */
public record Style(boolean coloured) {
    private static final String RESET = "\033[0m";

    public static Style onStdout() {
        return new Style(Terminal.stdout() && wanted());
    }

    static Style onStderr() {
        return new Style(Terminal.stderr() && wanted());
    }

    private static boolean wanted() {
        String noColor = System.getenv("NO_COLOR");
        return (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    Ansi ansi() {
        return coloured ? Ansi.ON : Ansi.OFF;
    }

    public String bold(String text) {
        return code("\033[1m", text);
    }

    public String red(String text) {
        return code("\033[31m", text);
    }

    public String green(String text) {
        return code("\033[32m", text);
    }

    public String yellow(String text) {
        return code("\033[33m", text);
    }

    private String code(String code, String text) {
        return coloured ? code + text + RESET : text;
    }
}
