package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.ring.RingReader;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.Loan;
import io.github.spout4j.transport.PixelReader.Access;
import io.github.spout4j.transport.PixelReader.Form;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A ring as its receivers meet it. An input: how long its control is (1 byte), version and number of receivers there (4 + 4), newest frame
 * (8), the newest a moment later (8), the number of the first memory (2), the memories with frames, one like the other.
 */
public final class RingReceiverTarget {
    private static final int SHORT = 1;
    private static final long NEWEST = 64;
    private static final int LOOKS = 4;

    private RingReceiverTarget() {}

    /** Receives what is there, and keeps a frame while the ring becomes another one. */
    public static void fuzzerTestOneInput(byte[] data) {
        Given given = new Given(data);
        MemorySegment control = Given.memory(given.small() == SHORT ? Ring.CONTROL_BYTES - 1 : Ring.CONTROL_BYTES);
        control.asSlice(0, 8).copyFrom(MemorySegment.ofArray(given.bytes(8)));
        byte[][] newest = {given.bytes(8), given.bytes(8)};
        String first = "_" + (given.small() | given.small() << 8);
        byte[] frames = given.rest();
        MemorySegment memory = Given.memory(frames);
        MemorySegment next = Given.memory(frames);
        GivenObjects objects = new GivenObjects(
                name -> !Ring.isMemory(name) ? null : name.endsWith(first) ? memory : next, false, 1);
        SenderName name = SenderName.of("fuzz", new GivenSystem(objects, 0).names());
        objects.put(ObjectNames.ring(name), control);
        try (RingReader reader = new RingReader(objects, name, new SenderTraits(true, true, true))) {
            Loan loan = null;
            for (int look = 0; look < LOOKS; look++) {
                control.asSlice(NEWEST, 8).copyFrom(MemorySegment.ofArray(newest[look % 2]));
                Access access = reader.begin(Form.PIXELS, 0);
                if (access == Access.HINDERED) {
                    Must.hold(!reader.problem().isBlank(), "it is told what hinders");
                }
                if (access == Access.READY) {
                    check(reader);
                    loan = letGo(reader, loan, look);
                }
            }
            if (loan != null) {
                sum(loan.pixels());
                loan.giveBack();
            }
            reader.rest();
        }
    }

    private static void check(RingReader reader) {
        FrameShape shape = reader.shape();
        MemorySegment pixels = reader.pixels();
        Must.hold(reader.number() >= 1, "a frame's number is 1 at least");
        Must.hold(reader.rowPitch() >= shape.rowBytes(), "a row has room for its pixels");
        Must.hold(pixels.byteSize() == reader.rowPitch() * shape.height(), "all rows are there");
        Must.hold(pixels.isReadOnly(), "no receiver writes to a sender's frames");
        sum(pixels);
    }

    /** In three ways in turn; what is kept stays readable. */
    private static Loan letGo(RingReader reader, Loan loan, int look) {
        if (loan == null) {
            return reader.keep();
        }
        sum(loan.pixels());
        if (look % 2 == 0) {
            reader.giveBack();
        } else {
            reader.end();
        }
        return loan;
    }

    private static long sum(MemorySegment pixels) {
        long sum = 0;
        for (long at = 0; at < pixels.byteSize(); at++) {
            sum += pixels.get(ValueLayout.JAVA_BYTE, at);
        }
        return sum;
    }
}
