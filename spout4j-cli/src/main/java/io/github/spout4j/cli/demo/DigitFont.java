package io.github.spout4j.cli.demo;

/** Digits of 3 × 5 dots, the same on every system. */
final class DigitFont {
    static final int WIDTH = 3;
    static final int HEIGHT = 5;

    private static final String[] ROWS = {
            "### .#. ### ### #.# ### ### ### ### ###",
            "#.# ##. ..# ..# #.# #.. #.. ..# #.# #.#",
            "#.# .#. ### ### ### ### ### .#. ### ###",
            "#.# .#. #.. ..# ..# ..# #.# .#. #.# ..#",
            "### ### ### ### ..# ### ### .#. ### ###"};

    private DigitFont() {}

    static boolean inked(char digit, int column, int row) {
        return ROWS[row].charAt((digit - '0') * (WIDTH + 1) + column) == '#';
    }
}
