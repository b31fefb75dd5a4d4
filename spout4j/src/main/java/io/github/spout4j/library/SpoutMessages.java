package io.github.spout4j.library;

import static io.github.spout4j.library.Calls.bool;
import static io.github.spout4j.library.Calls.word;

import java.lang.foreign.Arena;
import java.util.List;

/** The SDK's message boxes. They wait for the user; the object can do nothing else meanwhile. */
public sealed interface SpoutMessages permits SpoutLibrary {
    /**
     * What a message box with a line of text returned.
     *
     * @param button the button that the user chose: ID_ numbers of Windows
     * @param text   what the user wrote
     */
    record TextAnswer(int button, String text) {}

    /**
     * What a message box with a list returned.
     *
     * @param button   the button that the user chose: ID_ numbers of Windows
     * @param selected which item, from 0
     */
    record Choice(int button, int selected) {}

    /**
     * Shows a message.
     *
     * @param text at most 1,000 bytes; never taken for a format
     * @param millis ms until it closes by itself; 0 for never
     * @return the button that the user chose: ID_ numbers of Windows
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default int spoutMessageBox(String text, int millis) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return (int) calls.call(Sdk.SPOUT_MESSAGE_BOX_TIMED, calls.text().in(arena, text, CText.LINE), millis);
        }
    }

    /**
     * Shows a message with a title.
     *
     * @param caption what its title bar says
     * @param text at most 1,000 bytes; never taken for a format
     * @return the button that the user chose: ID_ numbers of Windows
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default int spoutMessageBox(String caption, String text) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return (int) calls.call(Sdk.SPOUT_MESSAGE_BOX_FORMAT, calls.text().in(arena, caption, CText.LINE),
                    calls.format(arena),
                    calls.text().in(arena, text, CText.LINE));
        }
    }

    /**
     * Shows a message with a title and buttons.
     *
     * @param caption what its title bar says
     * @param type buttons and icon: MB_ numbers of Windows
     * @param text at most 1,000 bytes; never taken for a format
     * @return the button that the user chose: ID_ numbers of Windows
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default int spoutMessageBox(String caption, int type, String text) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return (int) calls.call(Sdk.SPOUT_MESSAGE_BOX_TYPED_FORMAT, calls.text().in(arena, caption, CText.LINE),
                    type,
                    calls.format(arena), calls.text().in(arena, text, CText.LINE));
        }
    }

    /**
     * Shows a message over a window.
     *
     * @param hwnd a window; 0 for none
     * @param message what it says
     * @param caption what its title bar says
     * @param type buttons and icon: MB_ numbers of Windows
     * @param millis ms until it closes by itself; 0 for never
     * @return the button that the user chose: ID_ numbers of Windows
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default int spoutMessageBox(long hwnd, String message, String caption, int type, int millis) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return (int) calls.call(Sdk.SPOUT_MESSAGE_BOX_OWNED, hwnd, calls.text().in(arena, message, CText.LINE),
                    calls.text().in(arena, caption, CText.LINE), type, millis);
        }
    }

    /**
     * Shows a message with a main instruction over a window.
     *
     * @param hwnd a window; 0 for none
     * @param message what it says
     * @param caption what its title bar says
     * @param type buttons and icon: MB_ numbers of Windows
     * @param instruction what it says in large letters
     * @param millis ms until it closes by itself; 0 for never
     * @return the button that the user chose: ID_ numbers of Windows
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default int spoutMessageBox(long hwnd, String message, String caption, int type, String instruction, int millis) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return (int) calls.call(Sdk.SPOUT_MESSAGE_BOX_INSTRUCTION, hwnd,
                    calls.text().in(arena, message, CText.LINE),
                    calls.text().in(arena, caption, CText.LINE), type, calls.text().in(arena, instruction, CText.LINE),
                    millis);
        }
    }

    /**
     * Asks for a line of text.
     *
     * @param hwnd a window; 0 for none
     * @param message what it says
     * @param caption what its title bar says
     * @param type buttons and icon: MB_ numbers of Windows
     * @param text what is there at first
     * @return what the user chose and wrote
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default TextAnswer spoutMessageBox(long hwnd, String message, String caption, int type, String text) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return calls.askText(Sdk.SPOUT_MESSAGE_BOX_TEXT, hwnd, calls.text().in(arena, message, CText.LINE),
                    calls.text().in(arena, caption, CText.LINE), type, calls.text().bytes(text, CText.LINE));
        }
    }

    /**
     * Asks to choose from a list.
     *
     * @param hwnd a window; 0 for none
     * @param message what it says
     * @param caption what its title bar says
     * @param type buttons and icon: MB_ numbers of Windows
     * @param items the list
     * @param selected what is chosen at first, from 0
     * @return what the user chose
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default Choice spoutMessageBox(long hwnd, String message, String caption, int type, List<String> items,
            int selected) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return calls.askChoice(Sdk.SPOUT_MESSAGE_BOX_CHOICE, hwnd, calls.text().in(arena, message, CText.LINE),
                    calls.text().in(arena, caption, CText.LINE), type,
                    items.stream().map(item -> calls.text().bytes(item, CText.LINE)).toList(), selected);
        }
    }

    /**
     * Sets the icon of message boxes from a file.
     *
     * @param path at most 259 bytes
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean spoutMessageBoxIcon(String path) {
        Calls calls = Calls.of(this);
        return bool(calls.callString(Sdk.SPOUT_MESSAGE_BOX_ICON_FILE, calls.text().bytes(path, CText.PATH)));
    }

    /**
     * Sets the icon of message boxes.
     *
     * @param hicon an HICON; 0 for none
     */
    default void spoutMessageBoxIcon(long hicon) {
        Calls.of(this).call(Sdk.SPOUT_MESSAGE_BOX_ICON, hicon);
    }

    /**
     * Adds a button to the next message box.
     *
     * @param id what the message box returns for it
     * @param title what is on it; any text
     */
    default void spoutMessageBoxButton(int id, String title) {
        Calls.of(this).callWideString(Sdk.SPOUT_MESSAGE_BOX_BUTTON, id, title);
    }

    /**
     * Lets message boxes be shown by SpoutPanel, without waiting.
     *
     * @param modeless whether to
     */
    default void spoutMessageBoxModeless(boolean modeless) {
        Calls.of(this).call(Sdk.SPOUT_MESSAGE_BOX_MODELESS, word(modeless));
    }

    /**
     * Sets the window over which message boxes are shown.
     *
     * @param hwnd a window; 0 for none
     */
    default void spoutMessageBoxWindow(long hwnd) {
        Calls.of(this).call(Sdk.SPOUT_MESSAGE_BOX_WINDOW, hwnd);
    }

    /**
     * Sets where the next message box is shown.
     *
     * @param x pixels from the screen's left
     * @param y pixels from the screen's top
     */
    default void spoutMessageBoxPosition(int x, int y) {
        Calls.of(this).call(Sdk.SPOUT_MESSAGE_BOX_POSITION, x & 0xFFFFFFFFL | (long) y << Integer.SIZE);
    }

    /**
     * Puts text on the clipboard.
     *
     * @param hwnd a window; 0 for none
     * @param text at most 1,000 bytes
     * @return whether that worked
     * @throws IllegalArgumentException where a text is too long or cannot be written in the ANSI code page
     */
    default boolean copyToClipBoard(long hwnd, String text) {
        Calls calls = Calls.of(this);
        try (Arena arena = Arena.ofConfined()) {
            return bool(calls.call(Sdk.COPY_TO_CLIP_BOARD, hwnd, calls.text().in(arena, text, CText.LINE)));
        }
    }
}
