package io.github.spout4j.ring;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.TextureFrame;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NotNowException;
import io.github.spout4j.kernel.WaitResult;
import io.github.spout4j.protocol.FrameCount;
import io.github.spout4j.protocol.RingControl;
import io.github.spout4j.protocol.RingFrame;
import io.github.spout4j.protocol.RingMemory;
import io.github.spout4j.protocol.RingPlace;
import io.github.spout4j.protocol.SenderInfoView;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.Loan;
import io.github.spout4j.transport.PixelReader;
import java.lang.foreign.MemorySegment;

/**
 * The receiving side of a ring: holds the newest frame, and reads it where it was written. Nothing that the sender says of
 * it is believed before it was checked.
 */
public final class RingReader implements PixelReader {
    /** Frames that may come between looking and holding one, before somebody else is let go first. */
    private static final int MOST_TRIES = 1000;

    private final KernelObjects objects;
    private final SenderName name;
    private final SenderTraits traits;
    private final FrameCount count;
    /** Null until the ring is there. */
    private RingLoans loans;
    private LentMemory current;
    private RingLoans.Held held;
    private FrameShape shape;
    private int dxgiFormat;
    private long rowPitch;
    private MemorySegment pixels;
    private int taken;
    private int takenBefore;
    private int counted;
    private String problem;

    public RingReader(KernelObjects objects, SenderName name, SenderTraits traits) {
        this.objects = objects;
        this.name = name;
        this.traits = traits;
        count = new FrameCount(objects, name);
    }

    @Override
    public boolean waits() {
        return false;
    }

    @Override
    public Access begin(Form form, long timeoutMillis) {
        if (form == Form.TEXTURE) {
            throw new SpoutException("the sender \"" + name
                    + "\" uses memory share, which has no texture; receive its pixels, or have it send a texture");
        }
        counted = count.frame();
        if (loans == null) {
            try {
                if (!open()) {
                    return problem == null ? Access.UNCHANGED : Access.HINDERED;
                }
            } catch (NotNowException e) {
                throw e;
            } catch (SpoutException e) {
                return hindered(e.getMessage());
            }
        }
        held = loans.free();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            long frame = loans.control().newest();
            int number = RingFrame.number(frame);
            if (number < 1) {
                taken = 0;
                return Access.UNCHANGED;
            }
            if (number == taken) {
                return Access.UNCHANGED;
            }
            if (held.hold(frame)) {
                return look(frame);
            }
        }
        return Access.BUSY;
    }

    private boolean open() {
        problem = null;
        RingControl control = RingControl.open(objects, name);
        if (control == null) {
            return false;
        }
        RingPlace place;
        try {
            place = RingPlace.take(objects, name, control);
        } catch (RuntimeException | Error e) {
            control.close();
            throw e;
        }
        if (place == null) {
            control.close();
            hindered("it has " + RingControl.MOST_RECEIVERS + " receivers, and no place for another; close one");
            return false;
        }
        loans = new RingLoans(control, place);
        return true;
    }

    private Access look(long frame) {
        Access access = Access.UNCHANGED;
        try {
            access = read(frame);
        } catch (NotNowException e) {
            throw e;
        } catch (SpoutException e) {
            access = hindered(e.getMessage()); // an object of another kind has that name
        } finally {
            if (access != Access.READY) {
                held.release();
            }
        }
        return access;
    }

    private Access read(long frame) {
        if (current == null || current.memory().number() != RingFrame.memory(frame)) {
            RingMemory memory = RingMemory.open(objects, name, RingFrame.memory(frame));
            if (memory == null) {
                return Access.UNCHANGED; // the sender has gone, or has another one by now
            }
            leaveMemory();
            current = new LentMemory(memory);
        }
        RingMemory memory = current.memory();
        int slot = RingFrame.slot(frame);
        if (!memory.has(slot)) {
            return hindered("its newest frame is nowhere");
        }
        int number = RingFrame.number(frame);
        if (memory.number(slot) != number) {
            leaveMemory();
            return hindered("its newest frame is not where it should be");
        }
        String wrong = take(memory.width(slot), memory.height(slot), memory.format(slot), memory.rowPitch(slot));
        if (wrong != null) {
            return hindered(wrong);
        }
        pixels = current.pixels(slot, rowPitch * shape.height());
        if (pixels == null) {
            leaveMemory();
            return hindered("its memory is smaller than its frames");
        }
        takenBefore = taken;
        taken = number;
        return Access.READY;
    }

    /** What is wrong with a frame like that; null where it can be read, and is the {@link #shape} then. */
    private String take(int width, int height, int format, long newRowPitch) {
        if (shape == null || width != shape.width() || height != shape.height() || format != dxgiFormat) {
            shape = null;
            String wrong = SharedTextureInfo.problem(width, height, format);
            if (wrong != null) {
                return wrong;
            }
            shape = new FrameShape(width, height, PixelFormat.ofDxgiFormat(format).orElseThrow());
            dxgiFormat = format;
        }
        if (newRowPitch < shape.rowBytes()) {
            return "its rows have " + newRowPitch + " bytes for " + width + " pixels";
        }
        rowPitch = newRowPitch;
        return null;
    }

    private void leaveMemory() {
        if (current != null) {
            loans.leave(current);
            current = null;
        }
    }

    private Access hindered(String why) {
        problem = "the sender \"" + name + "\" cannot be received: " + why;
        return Access.HINDERED;
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public long number() {
        return taken;
    }

    @Override
    public FrameShape shape() {
        return shape;
    }

    @Override
    public long rowPitch() {
        return rowPitch;
    }

    @Override
    public MemorySegment pixels() {
        return pixels;
    }

    @Override
    public TextureFrame texture() {
        throw new UnsupportedOperationException("memory share has no texture");
    }

    @Override
    public void end() {
        held.release();
    }

    @Override
    public Loan keep() {
        if (held.isLast()) {
            throw new SpoutException(RingLoans.MOST
                    + " received frames are in use; close frames (try-with-resources) when they are done");
        }
        return held.lend(current, pixels);
    }

    @Override
    public void giveBack() {
        taken = takenBefore;
        held.release();
    }

    @Override
    public boolean await(long timeoutMillis) {
        return count.waitForChange(counted, timeoutMillis) == WaitResult.SIGNALLED;
    }

    @Override
    public boolean rest() {
        count.rest();
        SenderInfoView now = SenderInfoView.open(objects, name).orElse(null);
        if (now == null) {
            return false;
        }
        try (now) {
            return now.shareHandle() == 0 && traits.equals(SenderTraits.read(objects, name));
        }
    }

    @Override
    public void close() {
        if (loans != null) {
            leaveMemory();
            loans.close();
        }
        count.close();
    }
}
