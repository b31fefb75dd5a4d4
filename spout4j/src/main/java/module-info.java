/** Spout for Java. */
module io.github.spout4j {
    requires transitive java.desktop;
    requires io.github.spout4j.win32;

    exports io.github.spout4j;

    uses io.github.spout4j.SpoutEngine;

    provides io.github.spout4j.SpoutEngine with io.github.spout4j.direct.DirectEngine;
}
