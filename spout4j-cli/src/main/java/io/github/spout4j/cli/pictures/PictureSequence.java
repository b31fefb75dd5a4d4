package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.FrameSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The pictures of several files, one after another; decoded once where they fit in memory. */
public final class PictureSequence {
    private final List<PictureFile> files;
    private final long budget;
    private List<Picture> kept = new ArrayList<>();
    private long keptBytes;
    private boolean complete;

    public PictureSequence(List<PictureFile> files) {
        this(files, Runtime.getRuntime().maxMemory() / 2);
    }

    /** @param budget bytes of pictures that may be kept */
    PictureSequence(List<PictureFile> files, long budget) {
        this.files = List.copyOf(files);
        this.budget = budget;
    }

    /** Whether it is a single picture that does not move. */
    public boolean still() {
        return files.size() == 1 && !files.getFirst().animated();
    }

    /**
     * Reads the first picture, so that a damaged one is known before a sender opens.
     *
     * @throws CommandException where it cannot be read
     */
    public void check() {
        files.getFirst().first();
    }

    public FrameSize firstSize() {
        return files.getFirst().size();
    }

    /**
     * Shows each picture in turn until {@code shown} returns false.
     *
     * @return what {@code shown} returned last
     */
    public boolean play(Predicate<Picture> shown) {
        if (complete) {
            return kept.stream().allMatch(shown);
        }
        forget();
        for (PictureFile file : files) {
            if (!file.play(picture -> shown.test(keep(picture)))) {
                return false;
            }
        }
        complete = kept != null;
        return true;
    }

    private Picture keep(Picture picture) {
        keptBytes += picture.bytes();
        if (keptBytes > budget) {
            kept = null;
        } else if (kept != null) {
            kept.add(picture);
        }
        return picture;
    }

    private void forget() {
        if (kept != null) {
            kept.clear();
            keptBytes = 0;
        }
    }
}
