package io.github.spout4j.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.spout4j.SpoutException;
import io.github.spout4j.testing.InMemoryKernel;
import io.github.spout4j.testing.LockHolder;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

class MemoryBufferTest {
    private final InMemoryKernel kernel = new InMemoryKernel();
    private final InMemoryKernel.Process us = kernel.process();
    private final InMemoryKernel.Process them = kernel.process();
    private final SenderName cam = SenderName.of("cam", us.names());

    private MemoryBuffer open() {
        return MemoryBuffer.open(us.objects(), cam).orElseThrow();
    }

    @Test
    void readersGetTheWholeBufferWithTheRestAsNul() {
        MemoryBuffer writer = MemoryBuffer.create(them.objects(), cam, 8);
        assertThat(writer.write("longtext".getBytes(US_ASCII))).isTrue();
        assertThat(writer.write("abc".getBytes(US_ASCII))).isTrue();
        try (MemoryBuffer reader = open()) {
            assertThat(reader.length()).isEqualTo(8);
            assertThat(reader.read()).hasValue(Arrays.copyOf("abc".getBytes(US_ASCII), 8));
            byte[] small = new byte[2];
            assertThat(reader.read(MemorySegment.ofArray(small))).isEqualTo(2);
            assertThat(small).asString(US_ASCII).isEqualTo("ab");
        }
    }

    @Test
    void theMemoryIsAsTheSdkMakesIt() {
        MemoryBuffer.create(them.objects(), cam, 100);
        try (GuardedMemory memory = GuardedMemory.open(us.objects(), "cam_map").orElseThrow()) {
            assertThat(memory.size()).isEqualTo(132);
            assertThat(memory.segment().asSlice(0, 16).toArray(ValueLayout.JAVA_BYTE))
                    .isEqualTo(Arrays.copyOf("100".getBytes(US_ASCII), 16));
        }
    }

    @Test
    void tooMuchDataIsRefusedAndNothingWritten() {
        MemoryBuffer writer = MemoryBuffer.create(us.objects(), cam, 3);
        writer.write(new byte[]{1, 2, 3});
        assertThatIllegalArgumentException().isThrownBy(() -> writer.write(new byte[4]))
                .withMessage("4 bytes do not fit into the memory buffer of 3");
        assertThat(writer.read()).hasValue(new byte[]{1, 2, 3});
    }

    @Test
    void impossibleLengthsAreRefused() {
        for (int length : new int[]{0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> MemoryBuffer.create(us.objects(), cam, length));
        }
        assertThat(kernel.names()).isEmpty();
    }

    @Test
    void thereIsNoneBeforeAWriterAndAfterItsEnd() {
        assertThat(MemoryBuffer.open(us.objects(), cam)).isEmpty();
        MemoryBuffer.create(them.objects(), cam, 8);
        them.kill();
        assertThat(MemoryBuffer.open(us.objects(), cam)).isEmpty();
    }

    /** SDK readers create the memory themselves, without a header. */
    @Test
    void aReadersMemoryWithoutHeaderHasNothingYetAndIsTakenOverWhereLargeEnough() {
        them.objects().createMemory("cam_map", 64);
        try (MemoryBuffer reader = open()) {
            assertThat(reader.read()).isEmpty();
            assertThat(reader.length()).isZero();
            assertThat(reader.read(MemorySegment.ofArray(new byte[8]))).isZero();
            assertThatExceptionOfType(SpoutException.class)
                    .isThrownBy(() -> MemoryBuffer.create(us.objects(), cam, 49))
                    .withMessageContaining("holds 48 bytes");
            MemoryBuffer writer = MemoryBuffer.create(us.objects(), cam, 48);
            writer.write(new byte[]{1});
            assertThat(reader.read()).hasValueSatisfying(data -> assertThat(data).hasSize(48).startsWith(1, 0));
        }
    }

    @Test
    void aHeaderThatClaimsTooMuchIsNotBelieved() {
        MemoryBuffer writer = MemoryBuffer.create(them.objects(), cam, 8);
        try (GuardedMemory memory = GuardedMemory.open(us.objects(), "cam_map").orElseThrow()) {
            memory.segment().copyFrom(MemorySegment.ofArray("4000000000".getBytes(US_ASCII)));
        }
        assertThat(open().read()).isEmpty();
        assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> writer.write(new byte[1]));
    }

    @Test
    void memoryWithoutRoomForAHeaderHasNothing() {
        them.objects().createMemory("cam_map", 1);
        try (MemoryBuffer reader = open()) {
            assertThat(reader.length()).isZero();
            assertThat(reader.read()).isEmpty();
            assertThat(reader.read(MemorySegment.ofArray(new byte[8]))).isZero();
        }
    }

    @Test
    void readingChangesNothing() {
        MemoryBuffer.create(them.objects(), cam, 8).write("12345678".getBytes(US_ASCII));
        try (GuardedMemory memory = GuardedMemory.open(us.objects(), "cam_map").orElseThrow()) {
            memory.segment().set(ValueLayout.JAVA_BYTE, 15, (byte) 'x');
            byte[] before = memory.segment().toArray(ValueLayout.JAVA_BYTE);
            open().read();
            open().length();
            assertThat(memory.segment().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(before);
        }
    }

    @Test
    void aLockThatIsHeldTooLongIsToldAndOneOfTheDeadTakenOver() {
        MemoryBuffer writer = MemoryBuffer.create(us.objects(), cam, 8);
        try (LockHolder _ = LockHolder.of(them.objects(), "cam_map_mutex")) {
            assertThat(writer.write(new byte[]{1})).isFalse();
            assertThat(writer.read()).isEmpty();
        }
        LockHolder.of(them.objects(), "cam_map_mutex");
        them.kill();
        assertThat(writer.write(new byte[]{1})).isTrue();
    }
}
