package io.github.spout4j.sdk;

import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Writes down what a receiver gets of a sender of {@link NumberedPicture}s, and when. One thread. */
public final class FrameLedger {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final PictureReader reader = new PictureReader();
    private final List<Entry> entries = new ArrayList<>();
    private final Consumer<SpoutFrame> note = this::note;
    private long opened;
    private long ended;
    private long cpuNanos;
    private long readingCpuNanos;
    private double fps;

    /**
     * One received frame.
     *
     * @param number  of the picture, or {@link PictureReader#TORN}
     * @param tornRow the first row that did not fit, where it was torn
     * @param counted what the library says the frame's number is
     * @param got     of {@link System#nanoTime()}, before the pixels were looked at
     * @param width   pixels
     */
    public record Entry(int number, int tornRow, long counted, long got, int width) {
        boolean isTorn() {
            return number == PictureReader.TORN;
        }
    }

    /** Receives for a while, at first from a receiver that was opened just now. */
    public void receive(SpoutReceiver receiver, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        receiveWhile(receiver, () -> System.nanoTime() - end < 0);
    }

    /** As {@link #receive}, as long as {@code on} says; it is asked after each frame, and each 100 ms without any. */
    public void receiveWhile(SpoutReceiver receiver, BooleanSupplier on) {
        opened = opened == 0 ? System.nanoTime() : opened;
        long cpu = threads.getCurrentThreadCpuTime();
        while (on.getAsBoolean()) {
            receiver.receive(LOOK, note);
        }
        cpuNanos += threads.getCurrentThreadCpuTime() - cpu;
        ended = System.nanoTime();
        fps = receiver.fps();
    }

    private void note(SpoutFrame frame) {
        long got = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        int number = reader.read(frame);
        entries.add(new Entry(number, reader.tornRow(), frame.number(), got, frame.width()));
        readingCpuNanos += threads.getCurrentThreadCpuTime() - cpu;
    }

    /** Frames that came. */
    public int size() {
        return entries.size();
    }

    /** In the order in which they came. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** What all that comes to. */
    public Findings findings(SentFrames sent) {
        return new Findings(entries, sent.all(), opened, ended, cpuNanos - readingCpuNanos, fps);
    }
}
