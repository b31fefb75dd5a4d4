package io.github.spout4j.preview;

import java.awt.Color;

/** Colours that the look and feel does not know of. */
final class Colors {
    static final Color CANVAS = new Color(0x1B1C1E);
    static final Color TITLE = new Color(0xE8EAED);
    static final Color TEXT = new Color(0x9AA0A6);
    static final Color ACTIVE = new Color(0x3DDC84);
    static final Color TROUBLE = new Color(0xFF8A80);
    static final Color NOTICE = new Color(0, 0, 0, 190);

    private Colors() {}
}
