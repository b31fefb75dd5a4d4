package io.github.spout4j.opengl.context;

import io.github.spout4j.SpoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a context.
 *
 * @param es whether it is OpenGL ES
 */
public record GlVersion(boolean es, int major, int minor) {
    private static final Pattern TEXT = Pattern.compile("(OpenGL ES(?:-\\w+)? )?(\\d+)\\.(\\d+).*");

    /**
     * @param text GL_VERSION
     * @throws SpoutException where nobody could understand it
     */
    static GlVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new SpoutException(
                    "this context says that it is OpenGL \"" + text + "\", which spout4j does not understand");
        }
        return new GlVersion(matcher.group(1) != null, Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** Whether it is OpenGL of that version or a later one; never of OpenGL ES. */
    boolean isDesktop(int wantedMajor, int wantedMinor) {
        return !es && isAtLeast(wantedMajor, wantedMinor);
    }

    /** Whether it is OpenGL ES of that version or a later one. */
    boolean isEs(int wantedMajor, int wantedMinor) {
        return es && isAtLeast(wantedMajor, wantedMinor);
    }

    private boolean isAtLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || major == wantedMajor && minor >= wantedMinor;
    }

    @Override
    public String toString() {
        return "OpenGL " + (es ? "ES " : "") + major + "." + minor;
    }
}
