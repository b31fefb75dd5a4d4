package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineMethod.BUFFER_SIZE;
import static io.github.spout4j.peer.GenuineMethod.CREATE_BUFFER;
import static io.github.spout4j.peer.GenuineMethod.DELETE_BUFFER;
import static io.github.spout4j.peer.GenuineMethod.READ_BUFFER;
import static io.github.spout4j.peer.GenuineMethod.WRITE_BUFFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.MemoryBuffer;
import io.github.spout4j.SpoutException;
import io.github.spout4j.testing.UniqueName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GenuineTest
class GenuineMemoryBufferTest extends AgainstGenuine {
    private final String name = UniqueName.of("data");

    private byte[] read(int room) {
        List<String> answer = genuine.call(READ_BUFFER, name, room, room);
        return Arrays.copyOf(Genuine.bytes(answer.get(1)), Integer.parseInt(answer.getFirst()));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 100, 4063, 4064, 4065, 100_000})
    void itReadsWhatWeWrite(int length) {
        try (MemoryBuffer buffer = spout.createMemoryBuffer(name, length)) {
            buffer.write(random(length));
            // asked first: once it has read, the SDK takes the reader's room, less 32, for the size
            assertThat(genuine.number(BUFFER_SIZE, name)).isEqualTo(length);
            assertThat(read(length)).isEqualTo(random(length));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 100, 4063, 4064, 4065, 100_000})
    void weReadWhatItWrites(int length) {
        assertThat(genuine.isTrue(CREATE_BUFFER, name, length)).isTrue();
        assertThat(genuine.isTrue(WRITE_BUFFER, name, random(length), length)).isTrue();
        try (MemoryBuffer buffer = spout.openMemoryBuffer(name)) {
            assertThat(buffer.capacity()).isEqualTo(length);
            assertThat(buffer.read()).isEqualTo(random(length));
        }
    }

    @Test
    void itsReaderLearnsTheLength() {
        try (MemoryBuffer buffer = spout.createMemoryBuffer(name, 300)) {
            buffer.write("hello".getBytes(StandardCharsets.US_ASCII));
            assertThat(genuine.number(BUFFER_SIZE, name)).isEqualTo(300);
            assertThat(read(300)).startsWith("hello\0".getBytes(StandardCharsets.US_ASCII)).hasSize(300);
            assertThat(read(3)).isEqualTo("hel".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void bothWriteIntoOneBuffer() {
        assertThat(genuine.isTrue(CREATE_BUFFER, name, 64)).isTrue();
        try (MemoryBuffer buffer = spout.createMemoryBuffer(name, 64)) {
            buffer.write(random(64));
            assertThat(read(64)).isEqualTo(random(64));
            genuine.call(WRITE_BUFFER, name, random(60), 60);
            assertThat(Arrays.copyOf(buffer.read(), 61)).isEqualTo(Arrays.copyOf(random(60), 61));
            assertThat(genuine.isTrue(DELETE_BUFFER)).isTrue();
            assertThat(buffer.read()).as("we keep it alive").startsWith(random(60));
        }
        assertThatThrownBy(() -> spout.openMemoryBuffer(name)).isInstanceOf(SpoutException.class);
    }

    @Test
    void aReaderOfItsThatCameFirstGetsOurData() {
        assertThat(read(100)).as("it has made an empty map").isEmpty();
        try (MemoryBuffer buffer = spout.createMemoryBuffer(name, 100)) {
            buffer.write(random(100));
            assertThat(read(100)).isEqualTo(random(100));
        }
    }

    @Test
    void aMapThatItsReaderMadeTooSmallIsAnError() {
        assertThat(read(100)).isEmpty();
        assertThatThrownBy(() -> spout.openMemoryBuffer(name)).isInstanceOf(SpoutException.class);
        assertThatThrownBy(() -> spout.createMemoryBuffer(name, 100_000)).isInstanceOf(SpoutException.class)
                .hasMessageContaining("100000");
    }

    @Test
    void whatItWritesWithoutCreatingIsUnderTheNameOfItsMap() {
        assertThat(genuine.isTrue(WRITE_BUFFER, name, random(40), 40)).isTrue();
        assertThatThrownBy(() -> spout.openMemoryBuffer(name)).isInstanceOf(SpoutException.class);
        try (MemoryBuffer buffer = spout.openMemoryBuffer(name + "_map")) {
            assertThat(buffer.read()).isEqualTo(random(40));
        }
    }
}
