package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.posix.PosixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The file of a named object, elsewhere than on Windows. An input: how long the file is (4 bytes), its first bytes. This process holds it
 * as well, as another one would.
 */
public final class ObjectFileTarget {
    private static final String NAME = "fuzz";
    private static final int HEAD = 4096;
    private static final int PAYLOAD = 65536;
    private static final int MOST_BYTES = 1 << 18;
    private static final PosixSystem SYSTEM = new PosixSystem(new WorkFile("objects").path());

    private ObjectFileTarget() {}

    /** Opens it to read, and looks at it without holding it. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Given given = new Given(data);
        int length = Math.floorMod(given.number(), MOST_BYTES);
        byte[] head = given.rest();
        KernelObjects objects = SYSTEM.objects();
        try (NamedMemory held = objects.createMemory(NAME, 1)) {
            Path file = file();
            byte[] whole = Files.readAllBytes(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(head), 0);
                channel.truncate(length);
                if (channel.size() < length) {
                    channel.write(ByteBuffer.allocate(1), length - 1L);
                }
                look(objects, length);
                channel.write(ByteBuffer.wrap(whole), 0);
            }
            Must.hold(held.size() == 1, "who has it open has what it has opened");
        }
        try (Stream<Path> left = Files.list(SYSTEM.directory())) {
            Must.hold(left.noneMatch(name -> name.getFileName().toString().startsWith("object.")), "no object stays");
        }
    }

    private static void look(KernelObjects objects, int length) {
        try (NamedMemory read = objects.openMemoryToRead(NAME).orElse(null)) {
            if (read != null) {
                Must.hold(length >= HEAD && read.size() >= 0 && read.size() <= Math.max(0, length - PAYLOAD),
                        "memory is no longer than its file");
                sum(read.segment());
            }
        } catch (SpoutException e) {
            Must.hold(!e.getMessage().isBlank(), "it is told why it is none");
        }
        for (int size : new int[]{0, 1, HEAD, PAYLOAD}) {
            try {
                byte[] copy = new byte[size];
                boolean copied = objects.glance(glance -> glance.copy(NAME, MemorySegment.ofArray(copy)));
                Must.hold(!copied || length >= PAYLOAD + size, "only what is there is copied");
                objects.glance(glance -> glance.copyUnowned(NAME, NAME + "_mutex", MemorySegment.ofArray(copy)));
            } catch (SpoutException e) {
                Must.hold(!e.getMessage().isBlank(), "it is told why it is none");
            }
        }
    }

    private static Path file() {
        try (Stream<Path> files = Files.list(SYSTEM.directory())) {
            return files.filter(name -> name.getFileName().toString().startsWith("object." + NAME + ".")).findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sum(MemorySegment bytes) {
        long sum = 0;
        for (long at = 0; at < bytes.byteSize(); at++) {
            sum += bytes.get(ValueLayout.JAVA_BYTE, at);
        }
        return sum;
    }
}
