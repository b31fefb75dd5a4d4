package io.github.spout4j.preview;

import java.util.Arrays;
import java.util.List;
import javax.swing.KeyStroke;

/** What the keys do. */
enum Command {
    FIT("F", "fit the picture into the window", "F"),
    ONE_TO_ONE("1", "one pixel to one pixel", "1", "NUMPAD1"),
    LARGER("+", "larger, as the mouse wheel does", "PLUS", "ADD", "EQUALS", "shift EQUALS"),
    SMALLER("-", "smaller; drag to move the picture", "MINUS", "SUBTRACT"),
    ALPHA_VIEW("C", "checkerboard, alpha alone, opaque", "C"),
    PREMULTIPLIED("P", "colours premultiplied or straight", "P"),
    FLIP("V", "upside down", "V"),
    FREEZE("Space", "stand still, and go on", "SPACE"),
    SAVE("S", "save the picture as a PNG file", "S"),
    PREVIOUS("←  ↑", "the sender before", "LEFT", "UP"),
    NEXT("→  ↓", "the next sender", "RIGHT", "DOWN"),
    ACTIVATE("A", "make this the active sender", "A"),
    FULL_SCREEN("F11", "full screen, as a double click does", "F11"),
    LEAVE("Esc", "leave full screen", "ESCAPE"),
    HELP("H  ?", "these keys", "H", "typed ?");

    private final String label;
    private final String text;
    private final List<KeyStroke> strokes;

    Command(String label, String text, String... strokes) {
        this.label = label;
        this.text = text;
        this.strokes = Arrays.stream(strokes).map(KeyStroke::getKeyStroke).toList();
    }

    List<KeyStroke> strokes() {
        return strokes;
    }

    /** All keys and what they do. */
    static Notice help() {
        return new Notice(Arrays.stream(values()).map(command -> command.label + "\t" + command.text).toList());
    }
}
