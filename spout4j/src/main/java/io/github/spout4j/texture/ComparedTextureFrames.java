package io.github.spout4j.texture;

import io.github.spout4j.TextureFrame;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.protocol.SeenFrames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.transport.PixelReader.Form;
import java.lang.foreign.MemorySegment;

/**
 * The frames of a sender that does not count them, or before they are complete: what differs from the last frame is new. Some
 * rows are compared at each look, all of them once a period. A frame is given only where a second look agrees with it, at some
 * rows, or at all where the change was not to be seen in these: so none is given that was copied while the sender's own copy was
 * on its way.
 */
final class ComparedTextureFrames implements TextureFrames {
    /** How often a frame is copied anew at one look, while it changes. */
    private static final int TRIES = 3;

    private final TextureSystem system;
    private final boolean complete;
    private final SeenFrames seen;
    private OpenedTexture source;
    /** The last frame, where all of it was read, and room for the next. */
    private WholeSample whole;
    private WholeSample spare;
    private boolean wholeIsLast;
    /** Some rows of the last frame, and room for those of the next look. */
    private RowSample rows;
    private RowSample spareRows;
    private boolean rowsAreLast;
    /** Whether the last change was not to be seen in these rows. */
    private boolean subtle;
    private OwnTexture own;
    private boolean pending;

    ComparedTextureFrames(TextureSystem system, KernelObjects objects, SenderName name, SenderTraits traits) {
        this.system = system;
        complete = traits.complete();
        seen = new SeenFrames(objects, name);
    }

    @Override
    public void follow(OpenedTexture texture) {
        letGo();
        source = texture;
        if (texture != null) {
            whole = new WholeSample(texture);
            spare = new WholeSample(texture);
            rows = new RowSample(texture);
            spareRows = new RowSample(texture);
            seen.begin();
        }
    }

    private void letGo() {
        whole = closed(whole);
        spare = closed(spare);
        rows = closed(rows);
        spareRows = closed(spareRows);
        if (own != null) {
            own.close();
            own = null;
        }
        pending = false;
        wholeIsLast = false;
        rowsAreLast = false;
    }

    private static WholeSample closed(WholeSample sample) {
        if (sample != null) {
            sample.close();
        }
        return null;
    }

    private static RowSample closed(RowSample sample) {
        if (sample != null) {
            sample.close();
        }
        return null;
    }

    @Override
    public boolean isLookDue(long timeoutMillis) {
        return seen.isDue(timeoutMillis);
    }

    @Override
    public boolean isBeingCopied() {
        return false;
    }

    @Override
    public boolean fetch(Form form) {
        long began = System.nanoTime();
        boolean changed = form == Form.TEXTURE ? fetchTexture() : fetchPixels();
        if (changed) {
            seen.changed(began);
            if (form == Form.TEXTURE) {
                own.number(seen.number());
            }
        }
        return changed;
    }

    private boolean fetchPixels() {
        boolean all = seen.isFirst() || wholeIsLast && seen.isWholeDue(subtle);
        if (!all && !haveRowsChanged()) {
            return unchanged();
        }
        for (int look = 0; look < TRIES; look++) {
            spare.fetch();
            seen.whole();
            if (wholeIsLast ? spare.sameAs(whole) : seen.isTooEarlyForBlank() && spare.isBlank()) {
                return unchanged();
            }
            spareRows.fetch();
            subtle = rowsAreLast && spareRows.sameAs(rows);
            if (isSettled()) {
                swapWhole();
                swapRows();
                wholeIsLast = true;
                rowsAreLast = true;
                pending = true;
                return true;
            }
        }
        return unsettled();
    }

    /** Whether the second look agrees with {@link #spare}. */
    private boolean isSettled() {
        if (complete || !subtle) {
            return complete || spareRows.sameAs(spare);
        }
        wholeIsLast = false;
        rowsAreLast = false;
        whole.fetch();
        return whole.sameAs(spare);
    }

    private boolean fetchTexture() {
        if (haveRowsChanged()) {
            subtle = false;
            return seen.isTooEarlyForBlank() && spareRows.isBlank() ? unchanged() : copyTexture();
        }
        return seen.isWholeDue(subtle) && hasWholeChanged() ? copyTexture() : unchanged();
    }

    private boolean haveRowsChanged() {
        spareRows.fetch();
        return !rowsAreLast || !spareRows.sameAs(rows);
    }

    private boolean hasWholeChanged() {
        spare.fetch();
        seen.whole();
        subtle = wholeIsLast && !spare.sameAs(whole);
        swapWhole();
        wholeIsLast = true;
        return subtle;
    }

    private boolean copyTexture() {
        if (own == null) {
            own = new OwnTexture(system, source);
        }
        rowsAreLast = false;
        for (int look = 0; look < TRIES; look++) {
            own.fetch(source, seen.number());
            swapRows();
            spareRows.fetch();
            if (complete || spareRows.sameAs(rows)) {
                rowsAreLast = true;
                wholeIsLast &= subtle;
                return true;
            }
        }
        return unsettled();
    }

    private boolean unchanged() {
        seen.unchanged();
        return false;
    }

    private boolean unsettled() {
        seen.unsettled();
        return false;
    }

    private void swapWhole() {
        WholeSample last = whole;
        whole = spare;
        spare = last;
    }

    private void swapRows() {
        RowSample last = rows;
        rows = spareRows;
        spareRows = last;
    }

    /** What is there may be half-written, and is never completed. */
    @Override
    public void abandoned() {
        whole.fetch();
        rows.fetch();
        wholeIsLast = true;
        rowsAreLast = true;
        seen.skip();
    }

    @Override
    public boolean give() {
        boolean there = pending;
        pending = false;
        return there;
    }

    @Override
    public long number() {
        return seen.number();
    }

    @Override
    public MemorySegment pixels() {
        return whole.pixels();
    }

    @Override
    public long rowPitch() {
        return whole.rowPitch();
    }

    @Override
    public TextureFrame texture() {
        return own;
    }

    /** The frame stays mapped, to be compared with the next. */
    @Override
    public void end() {
        pending = false;
    }

    @Override
    public void giveBack() {
        pending = true;
    }

    @Override
    public boolean await(long timeoutMillis) {
        return seen.await(timeoutMillis);
    }

    @Override
    public void rest() {
        // what was seen last is what was given last, however long ago
    }

    @Override
    public void close() {
        letGo();
        seen.close();
    }
}
