package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.RingFrame;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.ring.RingWriter;
import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.lang.foreign.ValueLayout.OfLong;
import java.nio.ByteOrder;

/**
 * A ring's control as its sender meets it. An input: which receivers live and the frame count (1 + 4 bytes), version and number of receivers
 * (4 + 4), what was the newest frame (8), then of two receivers in turn what they hold, 8 bytes each.
 */
public final class RingSenderTarget {
    private static final OfInt U32 = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final OfLong U64 = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long RECEIVERS = 4;
    private static final long NEWEST = 64;
    private static final long HELD = 128;
    private static final long HELD_BY_ONE = 128;
    private static final int HELD_AT_A_TIME = 9;
    private static final int MOST_RECEIVERS = 256;
    private static final int FRAMES = 6;
    private static final int LIVING = 1;

    private RingSenderTarget() {}

    /** Sends some frames, one larger than those before. */
    public static void fuzzerTestOneInput(byte[] data) {
        Given given = new Given(data);
        boolean living = (given.small() & LIVING) != 0;
        int count = given.number();
        MemorySegment control = Given.memory(Ring.CONTROL_BYTES);
        control.set(U32, 0, given.number());
        control.set(U32, RECEIVERS, given.number());
        control.asSlice(NEWEST, 8).copyFrom(MemorySegment.ofArray(given.bytes(8)));
        byte[] held = given.rest();
        GivenObjects objects = new GivenObjects(
                name -> living && Ring.isReceiver(name) ? Given.memory(1) : null, false, count);
        SenderName name = SenderName.of("fuzz", new GivenSystem(objects, 0).names());
        objects.put(ObjectNames.ring(name), control);
        try (RingWriter writer = RingWriter.open(objects, name, (_, _) -> {})) {
            for (int frame = 0; frame < FRAMES; frame++) {
                hold(control, held);
                send(writer, control, new FrameShape(1 + frame / 3 * 40, 30, PixelFormat.RGBA8), living);
            }
        }
        Must.hold(control.get(U64, NEWEST) == RingFrame.NONE, "no frame stays behind");
    }

    /** What receivers say again and again, whatever is taken back. */
    private static void hold(MemorySegment control, byte[] held) {
        for (int at = 0; at + Long.BYTES <= held.length
                && at < MOST_RECEIVERS * HELD_AT_A_TIME * Long.BYTES; at += Long.BYTES) {
            int word = at / Long.BYTES;
            control.asSlice(offset(word / HELD_AT_A_TIME, word % HELD_AT_A_TIME), Long.BYTES)
                    .copyFrom(MemorySegment.ofArray(held).asSlice(at, Long.BYTES));
        }
    }

    private static long offset(int receiver, int at) {
        return HELD + receiver * HELD_BY_ONE + (long) at * Long.BYTES;
    }

    private static void send(RingWriter writer, MemorySegment control, FrameShape shape, boolean living) {
        long before = control.get(U64, NEWEST);
        MemorySegment pixels = writer.begin(shape, 0);
        Must.hold(pixels != null, "there is room for a frame whatever receivers say");
        Must.hold(pixels.byteSize() >= shape.bytes(), "a frame has room in its slot");
        pixels.fill((byte) 1);
        writer.publish();
        long frame = control.get(U64, NEWEST);
        Must.hold(RingFrame.number(frame) >= 1, "a frame's number is 1 at least");
        Must.hold(before == RingFrame.NONE || place(frame) != place(before), "the newest frame is not written to");
        int receivers = Math.clamp(control.get(U32, RECEIVERS), 0, MOST_RECEIVERS);
        for (int receiver = 0; living && receiver < receivers; receiver++) {
            for (int at = 0; at < HELD_AT_A_TIME; at++) {
                long kept = control.get(U64, offset(receiver, at));
                Must.hold(kept == RingFrame.NONE || place(kept) != place(frame),
                        "what a living receiver holds is not written to");
            }
        }
    }

    private static int place(long frame) {
        return (int) frame;
    }
}
