package io.github.spout4j.texture;

import io.github.spout4j.TextureFrame;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.protocol.SeenFrames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.transport.PixelReader.Form;
import io.github.spout4j.transport.Look;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;

/**
 * The frames of a sender that does not count them, or before they are complete: what differs from the last frame is new. Some
 * strips are compared at each look, all of them once a period. A frame is given only where a second look agrees with it, at some
 * strips, or at all where the change was not to be seen in these: so none is given that was copied while the sender's own copy was
 * on its way.
 */
final class ComparedTextureFrames implements TextureFrames {
    /** How long the lock is held while the pixels are changing: SDK senders wait for it for 67 ms, then drop a frame. */
    private static final long CHANGING_NANOS = TimeUnit.MILLISECONDS.toNanos(55);

    private static final long CHANGING_STEP_NANOS = TimeUnit.MICROSECONDS.toNanos(700);

    private final TextureSystem system;
    private final KernelObjects objects;
    private final boolean complete;
    private final SeenFrames seen;
    private OpenedTexture source;
    /** The last frame, where all of it was read, and room for the next. */
    private WholeSample whole;
    private WholeSample spare;
    private boolean wholeIsLast;
    /** Some strips of the last frame, and room for those of the next look. */
    private StripSample strips;
    private StripSample spareStrips;
    private StripSample check;
    private boolean stripsAreLast;
    /** Whether the last change was not to be seen in these strips. */
    private boolean subtle;
    private OwnTexture own;
    private boolean pending;
    /** What was copied, and when, and is to be looked at once more before it is given; null where nothing. */
    private Form candidate;
    /** Whether this look has waited until nothing changed. */
    private boolean awaited;
    private long lookedAt;

    ComparedTextureFrames(TextureSystem system, KernelObjects objects, SenderName name, SenderTraits traits) {
        this.system = system;
        this.objects = objects;
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
            strips = new StripSample(texture);
            spareStrips = new StripSample(texture);
            check = new StripSample(texture);
            seen.begin();
        }
    }

    private void letGo() {
        whole = closed(whole);
        spare = closed(spare);
        strips = closed(strips);
        spareStrips = closed(spareStrips);
        check = closed(check);
        if (own != null) {
            own.close();
            own = null;
        }
        pending = false;
        candidate = null;
        wholeIsLast = false;
        stripsAreLast = false;
    }

    private static WholeSample closed(WholeSample sample) {
        if (sample != null) {
            sample.close();
        }
        return null;
    }

    private static StripSample closed(StripSample sample) {
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
    public boolean mayBeBeingCopied() {
        return false;
    }

    @Override
    public Look fetch(Form form) {
        long began = System.nanoTime();
        awaited = false;
        if (candidate == form && isSettled(form)) {
            return accept(form, true);
        }
        boolean again = candidate == form;
        if (again) {
            seen.unsettled();
            subtle &= form == Form.PIXELS;
            awaitSettled();
            copy(form);
        } else if (!isNew(form)) {
            candidate = null;
            seen.unchanged();
            return Look.NOTHING;
        } else {
            seen.appeared(began);
        }
        candidate = form;
        if (!again && !isSettledAtOnce() && !complete) {
            return Look.AGAIN;
        }
        if (!awaited && !complete) {
            objects.nap(CHANGING_STEP_NANOS);
        }
        boolean settled = isSettled(form);
        return settled || seen.isRestless() ? accept(form, settled) : Look.AGAIN;
    }

    /** Whether the second look is made while the lock is still held. */
    private boolean isSettledAtOnce() {
        return seen.settlingNanos() == 0 || seen.isRestless();
    }

    /** Waits until nothing changes any more: no other frame comes while the lock is held, where the sender minds it. */
    private void awaitSettled() {
        if (seen.isRestless()) {
            return;
        }
        awaited = true;
        long deadline = System.nanoTime() + CHANGING_NANOS;
        do {
            StripSample before = spareStrips;
            spareStrips = check;
            check = before;
            objects.nap(CHANGING_STEP_NANOS);
            spareStrips.fetch();
        } while (!spareStrips.sameAs(check) && System.nanoTime() < deadline);
    }

    @Override
    public long settlingNanos() {
        return seen.settlingNanos();
    }

    @Override
    public void leaveUnsettled() {
        if (candidate != null) {
            candidate = null;
            seen.unsettled();
        }
    }

    /** Whether there is a frame that was not given yet; it is copied then. */
    private boolean isNew(Form form) {
        return form == Form.TEXTURE ? isNewTexture() : isNewPixels();
    }

    private void copy(Form form) {
        lookedAt = System.nanoTime();
        if (form == Form.TEXTURE) {
            own.fetch(source, seen.number());
            swapStrips();
        } else {
            spare.fetch();
            seen.whole();
        }
    }

    /** Whether a second look agrees with what was copied. */
    private boolean isSettled(Form form) {
        spareStrips.fetch();
        if (complete) {
            return true;
        }
        if (form == Form.TEXTURE) {
            return spareStrips.sameAs(strips);
        }
        if (!spareStrips.sameAs(spare)) {
            return false;
        }
        if (!subtle) {
            return true;
        }
        wholeIsLast = false;
        stripsAreLast = false;
        whole.fetch();
        return whole.sameAs(spare);
    }

    private Look accept(Form form, boolean settled) {
        candidate = null;
        seen.changed(lookedAt, settled);
        if (form == Form.TEXTURE) {
            own.number(seen.number());
            wholeIsLast &= subtle;
        } else {
            swapWhole();
            swapStrips();
            wholeIsLast = true;
            pending = true;
        }
        stripsAreLast = true;
        return Look.FRAME;
    }

    private boolean isNewPixels() {
        boolean atOnce = stripsAreLast && isSettledAtOnce();
        boolean all = seen.isFirst() || wholeIsLast && seen.isWholeDue(subtle);
        if (atOnce || !all) {
            boolean changed = haveStripsChanged();
            if (!changed && !all) {
                return false;
            }
            if (changed && atOnce) {
                awaitSettled();
            }
        }
        copy(Form.PIXELS);
        if (wholeIsLast ? spare.sameAs(whole) : seen.isTooEarlyForBlank() && spare.isBlank()) {
            return false;
        }
        subtle = stripsAreLast && strips.sameAs(spare);
        return true;
    }

    private boolean isNewTexture() {
        if (!haveStripsChanged() && !(seen.isWholeDue(subtle) && hasWholeChanged())
                || seen.isTooEarlyForBlank() && spareStrips.isBlank()) {
            return false;
        }
        if (own == null) {
            own = new OwnTexture(system, source);
        }
        stripsAreLast = false;
        copy(Form.TEXTURE);
        return true;
    }

    private boolean haveStripsChanged() {
        spareStrips.fetch();
        boolean changed = !stripsAreLast || !spareStrips.sameAs(strips);
        subtle &= !changed;
        return changed;
    }

    private boolean hasWholeChanged() {
        spare.fetch();
        seen.whole();
        subtle = wholeIsLast && !spare.sameAs(whole);
        swapWhole();
        wholeIsLast = true;
        return subtle;
    }

    private void swapWhole() {
        WholeSample last = whole;
        whole = spare;
        spare = last;
    }

    private void swapStrips() {
        StripSample last = strips;
        strips = spareStrips;
        spareStrips = last;
    }

    /** What is there may be half-written, and is never completed. */
    @Override
    public void abandoned() {
        whole.fetch();
        strips.fetch();
        wholeIsLast = true;
        stripsAreLast = true;
        candidate = null;
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
