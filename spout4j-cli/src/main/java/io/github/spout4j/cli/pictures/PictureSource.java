package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import java.io.IOException;

/** The pictures of a file that is open, as its format has them; read in turn, once. */
interface PictureSource {
    /** The whole picture's size as it is stored, before it is turned. */
    FrameSize size() throws IOException;

    Orientation orientation();

    /** Whether there are several pictures. */
    boolean animated();

    boolean hasNext();

    Patch next() throws IOException;
}
