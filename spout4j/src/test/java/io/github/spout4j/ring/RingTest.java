package io.github.spout4j.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SpoutException;
import io.github.spout4j.protocol.RingControl;
import io.github.spout4j.protocol.RingFrame;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.testing.InMemoryKernel;
import io.github.spout4j.transport.FrameShape;
import io.github.spout4j.transport.Loan;
import io.github.spout4j.transport.PixelReader.Access;
import io.github.spout4j.transport.PixelReader.Form;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RingTest {
    private static final FrameShape SMALL = new FrameShape(5, 3, PixelFormat.RGBA8);
    private static final FrameShape LARGE = new FrameShape(70, 41, PixelFormat.RGBA8);

    private final InMemoryKernel kernel = new InMemoryKernel();
    private final InMemoryKernel.Process program = kernel.process();
    private final SenderName cam = SenderName.of("cam", program.names());
    private final List<FrameShape> told = new ArrayList<>();
    private RingWriter writer = writer(program);

    private RingWriter writer(InMemoryKernel.Process process) {
        return RingWriter.open(process.objects(), cam, (shape, handle) -> {
            assertThat(handle).isZero();
            told.add(shape);
        });
    }

    private RingReader reader(InMemoryKernel.Process process) {
        return new RingReader(process.objects(), cam, new SenderTraits(true, true, true));
    }

    private long send(FrameShape shape, int value) {
        writer.begin(shape, 0).fill((byte) value);
        return writer.publish();
    }

    private static void requireFrame(RingReader reader, long number, FrameShape shape, int value) {
        assertThat(reader.begin(Form.PIXELS, 0)).isEqualTo(Access.READY);
        assertThat(reader.number()).isEqualTo(number);
        assertThat(reader.shape()).isEqualTo(shape);
        requireAll(reader.pixels(), shape.bytes(), value);
    }

    private static void requireAll(MemorySegment pixels, long bytes, int value) {
        assertThat(pixels.byteSize()).isEqualTo(bytes);
        assertThat(pixels.isReadOnly()).isTrue();
        for (long i = 0; i < bytes; i++) {
            assertThat(pixels.get(ValueLayout.JAVA_BYTE, i)).isEqualTo((byte) value);
        }
    }

    private static Loan keep(RingReader reader, long number, FrameShape shape, int value) {
        requireFrame(reader, number, shape, value);
        return reader.keep();
    }

    private RingControl control() {
        RingControl control = RingControl.open(program.objects(), cam);
        if (control == null) {
            throw new SpoutException("its version is 0, as if it were being made");
        }
        return control;
    }

    private int memory() {
        try (RingControl control = control()) {
            return RingFrame.memory(control.newest());
        }
    }

    private boolean isHeld(int receiver) {
        try (RingControl control = control()) {
            for (int at = 0; at < RingControl.MOST_HELD; at++) {
                if (control.held(receiver, at) != RingFrame.NONE) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void eachFrameOnceAndTheNewestAlone() {
        try (RingReader reader = reader(kernel.process())) {
            assertThat(reader.begin(Form.PIXELS, 0)).isEqualTo(Access.UNCHANGED);
            assertThat(send(SMALL, 1)).isEqualTo(1);
            requireFrame(reader, 1, SMALL, 1);
            reader.end();
            assertThat(reader.begin(Form.PIXELS, 0)).isEqualTo(Access.UNCHANGED);
            send(SMALL, 2);
            send(SMALL, 3);
            requireFrame(reader, 3, SMALL, 3);
            reader.giveBack();
            requireFrame(reader, 3, SMALL, 3);
            reader.end();
            writer.begin(SMALL, 0).fill((byte) 9);
            writer.abort();
            assertThat(reader.begin(Form.PIXELS, 0)).isEqualTo(Access.UNCHANGED);
            assertThat(send(SMALL, 4)).isEqualTo(4);
            requireFrame(reader, 4, SMALL, 4);
            reader.end();
            assertThat(isHeld(0)).isFalse();
        }
    }

    @Test
    void whatAReceiverHasStaysWhileTheSenderGoesOn() {
        try (RingReader reader = reader(kernel.process())) {
            List<Loan> loans = new ArrayList<>();
            for (int number = 1; number < RingControl.MOST_HELD; number++) {
                send(SMALL, number);
                loans.add(keep(reader, number, SMALL, number));
            }
            for (int number = RingControl.MOST_HELD; number < 100; number++) {
                assertThat(send(SMALL, number)).isEqualTo(number);
                requireFrame(reader, number, SMALL, number);
                for (int i = 0; i < loans.size(); i++) {
                    requireAll(loans.get(i).pixels(), SMALL.bytes(), i + 1);
                }
                reader.end();
            }
            loans.forEach(Loan::giveBack);
            assertThat(isHeld(0)).isFalse();
        }
    }

    @Test
    void oneWhoKeepsEverythingCostsItself() {
        try (RingReader greedy = reader(kernel.process()); RingReader other = reader(kernel.process())) {
            for (int number = 1; number < RingControl.MOST_HELD; number++) {
                send(SMALL, number);
                keep(greedy, number, SMALL, number);
            }
            int enough = memory();
            for (int number = RingControl.MOST_HELD; number < 50; number++) {
                send(SMALL, number);
                requireFrame(other, number, SMALL, number);
                other.end();
            }
            requireFrame(greedy, 49, SMALL, 49);
            assertThatExceptionOfType(SpoutException.class).isThrownBy(greedy::keep)
                    .withMessageContaining("close frames");
            greedy.giveBack();
            assertThat(memory()).as("no more memory than for what is held").isEqualTo(enough);
        }
    }

    @Test
    void whatADeadReceiverHeldIsTakenBack() {
        InMemoryKernel.Process dead = kernel.process();
        RingReader reader = reader(dead);
        for (int number = 1; number <= 2; number++) {
            send(SMALL, number);
            keep(reader, number, SMALL, number);
        }
        dead.kill();
        assertThat(isHeld(0)).isTrue();
        InMemoryKernel.Process living = kernel.process();
        RingReader held = reader(living);
        int memory = memory();
        RingReader place = reader(kernel.process());
        for (int number = 3; number < 20; number++) {
            send(SMALL, number);
            if (number < 5) {
                keep(held, number, SMALL, number);
            }
        }
        assertThat(memory()).as("the dead one's slots were enough for the living one").isEqualTo(memory);
        place.close();
    }

    @Test
    void aPlaceIsTakenOverWithNothingHeld() {
        InMemoryKernel.Process dead = kernel.process();
        send(SMALL, 1);
        keep(reader(dead), 1, SMALL, 1);
        dead.kill();
        assertThat(isHeld(0)).isTrue();
        try (RingReader next = reader(kernel.process())) {
            requireFrame(next, 1, SMALL, 1);
            next.end();
            assertThat(isHeld(0)).isFalse();
        }
    }

    @Test
    void anotherSizeLeavesWhatIsLentAsItIs() {
        InMemoryKernel.Process process = kernel.process();
        RingReader reader = reader(process);
        send(SMALL, 1);
        Loan small = keep(reader, 1, SMALL, 1);
        send(LARGE, 2);
        requireFrame(reader, 2, LARGE, 2);
        reader.end();
        send(SMALL, 3);
        requireFrame(reader, 3, SMALL, 3);
        reader.end();
        requireAll(small.pixels(), SMALL.bytes(), 1);
        assertThat(told).containsExactly(SMALL, LARGE, SMALL);
        assertThat(kernel.names()).contains("cam_ring_1", "cam_ring_2");
        reader.close();
        requireAll(small.pixels(), SMALL.bytes(), 1);
        assertThat(process.handles()).as("for what is lent").isPositive();
        small.giveBack();
        assertThat(process.handles()).isZero();
        writer.close();
        assertThat(kernel.names()).isEmpty();
    }

    @Test
    void theNewestFrameIsThereUntilALargerOneIs() {
        send(SMALL, 1);
        writer.begin(LARGE, 0).fill((byte) 2);
        try (RingReader late = reader(kernel.process())) {
            requireFrame(late, 1, SMALL, 1);
            late.end();
            writer.publish();
            requireFrame(late, 2, LARGE, 2);
            late.end();
        }
    }

    @Test
    void aSenderThatIsStartedAgainGoesOnCounting() {
        try (RingReader reader = reader(kernel.process())) {
            send(SMALL, 1);
            send(SMALL, 2);
            Loan kept = keep(reader, 2, SMALL, 2);
            program.kill();
            InMemoryKernel.Process again = kernel.process();
            writer = writer(again);
            assertThat(reader.begin(Form.PIXELS, 0)).as("nothing of the dead one").isEqualTo(Access.UNCHANGED);
            assertThat(send(LARGE, 7)).isEqualTo(3);
            requireFrame(reader, 3, LARGE, 7);
            reader.end();
            requireAll(kept.pixels(), SMALL.bytes(), 2);
            kept.giveBack();
        }
    }

    /** As a receiver that takes a dead one's place between the look whether it lives and the taking back. */
    @Test
    void theNewestFrameIsNeverTakenBack() {
        InMemoryKernel.Process dead = kernel.process();
        RingReader reader = reader(dead);
        for (int number = 1; number <= 2; number++) {
            send(SMALL, number);
            keep(reader, number, SMALL, number);
        }
        dead.kill();
        try (RingControl control = control()) {
            long newest = control.newest();
            new FreeSlots(program.objects(), cam, control).takeBack(newest);
            assertThat(control.held(0, 0)).as("an older one").isZero();
            assertThat(control.held(0, 1)).as("the newest").isEqualTo(newest);
        }
    }

    @Test
    void aSenderThatEndsLateLeavesItsSuccessorsFrameAlone() {
        send(SMALL, 1);
        RingWriter late = writer;
        writer = writer(kernel.process());
        assertThat(send(SMALL, 2)).isEqualTo(2);
        late.close();
        try (RingReader reader = reader(kernel.process())) {
            requireFrame(reader, 2, SMALL, 2);
            reader.end();
        }
    }

    @Test
    void numbersThatSomebodyWroteThereDoNotStopTheSender() {
        try (RingControl control = control()) {
            control.publish(RingFrame.of(Integer.MAX_VALUE, 3, 0));
        }
        writer.close();
        writer = writer(program);
        try (RingReader reader = reader(kernel.process())) {
            for (int number = 1; number < 4; number++) {
                assertThat(send(SMALL, number)).isEqualTo(number);
                requireFrame(reader, number, SMALL, number);
                reader.end();
            }
        }
    }

    @Test
    void thereIsAPlaceForSoManyReceivers() {
        List<RingReader> readers = new ArrayList<>();
        send(SMALL, 1);
        for (int i = 0; i < RingControl.MOST_RECEIVERS; i++) {
            RingReader reader = reader(program);
            readers.add(reader);
            requireFrame(reader, 1, SMALL, 1);
        }
        RingReader oneMore = reader(program);
        assertThat(oneMore.begin(Form.PIXELS, 0)).isEqualTo(Access.HINDERED);
        assertThat(oneMore.problem()).contains("256 receivers");
        for (int number = 2; number < 9; number++) {
            send(SMALL, number);
        }
        readers.getFirst().end();
        readers.getFirst().close();
        requireFrame(oneMore, 8, SMALL, 8);
        readers.set(0, oneMore);
        readers.forEach(RingReader::close);
    }

    /** Any bits anywhere: no error but a clear one, nothing out of bounds, and all is well with the next frame that can be found. */
    @Test
    void whateverStandsThere() {
        Random random = new Random(7);
        InMemoryKernel.Process process = kernel.process();
        for (int round = 0; round < 3000; round++) {
            send(SMALL, round);
            RingReader reader = reader(process);
            int memory;
            try {
                memory = memory();
            } catch (SpoutException _) {
                writer.close();
                writer = writer(program); // which puts its mark there again
                continue;
            }
            try (var control = program.objects().openMemory("cam_ring").orElseThrow();
                    var frames = program.objects().openMemory("cam_ring_" + memory).orElse(control)) {
                for (int i = random.nextInt(4); i >= 0; i--) {
                    MemorySegment bytes = random.nextBoolean() ? control.segment() : frames.segment();
                    long where = random.nextInt(random.nextBoolean() ? 40 : 400) * 4L;
                    bytes.set(ValueLayout.JAVA_INT, where, random.nextBoolean() ? random.nextInt() : random.nextInt(9));
                }
            }
            if (reader.begin(Form.PIXELS, 0) == Access.READY) {
                assertThat(reader.pixels().byteSize())
                        .isGreaterThanOrEqualTo(reader.shape().rowBytes() * reader.shape().height());
                MemorySegment.ofArray(new byte[(int) reader.pixels().byteSize()]).copyFrom(reader.pixels());
                reader.end();
            }
            reader.close();
            if (random.nextInt(10) == 0) {
                writer.close();
                writer = writer(program);
            }
        }
        writer.close();
        writer = writer(program);
        long number = send(LARGE, 3);
        try (RingReader reader = reader(process)) {
            requireFrame(reader, number, LARGE, 3);
            reader.end();
        }
    }

    @Test
    void anObjectOfAnotherKindIsAClearError() {
        writer.close();
        try (var _ = program.objects().createEvent("cam_ring"); RingReader reader = reader(program)) {
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> writer(program));
            assertThat(reader.begin(Form.PIXELS, 0)).isEqualTo(Access.HINDERED);
        }
        try (var _ = program.objects().createMemory("cam_ring", 10); RingReader reader = reader(program)) {
            assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> writer(program))
                    .withMessageContaining("10 bytes");
            assertThat(reader.begin(Form.PIXELS, 0)).isEqualTo(Access.HINDERED);
        }
        assertThat(kernel.names()).isEmpty();
    }
}
