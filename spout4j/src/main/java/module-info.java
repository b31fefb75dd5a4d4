import io.github.spout4j.Spout;
import io.github.spout4j.SpoutEngine;
import io.github.spout4j.direct.DirectEngine;
import io.github.spout4j.library.engine.LibraryEngine;
import io.github.spout4j.pipewire.engine.PipeWireEngine;

/**
 * Spout for Java: video frames from program to program on one computer, in pure Java. Start at {@link Spout}.
 *
 * <p>It calls the system by {@code java.lang.foreign}: start Java with
 * {@code --enable-native-access=io.github.spout4j,io.github.spout4j.win32} ({@code ALL-UNNAMED} on the class path).
 *
 * @provides SpoutEngine the direct engine: Spout's protocol in pure Java; the library engine: the official SpoutLibrary.dll; and the engine on PipeWire
 * @uses SpoutEngine engines of other modules
 */
module io.github.spout4j {
    requires transitive java.desktop;
    requires io.github.spout4j.win32;

    exports io.github.spout4j;
    exports io.github.spout4j.library;

    uses SpoutEngine;

    provides SpoutEngine with DirectEngine, LibraryEngine, PipeWireEngine;
}
