/** Spout for Java. */
module io.github.spout4j {
    requires transitive java.desktop;
    requires io.github.spout4j.win32;

    exports io.github.spout4j;
}
