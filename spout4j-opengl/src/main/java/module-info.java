/**
 * Spout for OpenGL programs, whichever binding made the context.
 *
 * <p>It calls OpenGL by {@code java.lang.foreign}: start Java with
 * {@code --enable-native-access=io.github.spout4j.opengl} beside what {@code io.github.spout4j} needs ({@code ALL-UNNAMED} on the class path).
 */
module io.github.spout4j.opengl {
    requires transitive io.github.spout4j;

    exports io.github.spout4j.opengl;
}
