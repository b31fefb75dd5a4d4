package io.github.spout4j.proof.livefuzz;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes to the files of live objects what nobody means, cuts them and removes them. Told "on" and "off"; prints what it has done as a line of JSON when
 * it is off. Ends when its standard input does.
 */
final class Fuzzer {
    private static final long PAUSE_NANOS = 2_000_000;
    private static final int MOST_BYTES = 256;
    private static final int HEAD = 4096;
    private static final int PAYLOAD = 65536;
    private static final int[] MEAN = {0, -1, 1, 2, 15, 16, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7FFF, 0x10000,
            280, 279, 281, 16384, 16385};

    private final Path directory;
    private final Random random;
    private volatile boolean on;
    private volatile boolean ending;
    private long writes;
    private long bytes;
    private long cuts;
    private long removals;

    /**
     * What it has done.
     *
     * @param writes   times that bytes were written
     * @param bytes    of all of them
     * @param cuts     files that were made shorter
     * @param removals files that were removed
     */
    record Done(long writes, long bytes, long cuts, long removals) {}

    private Fuzzer(Path directory, long seed) {
        this.directory = directory;
        random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Fuzzer fuzzer = new Fuzzer(Path.of(arguments[0]), Long.parseLong(arguments[1]));
        Thread work = Thread.ofPlatform().start(fuzzer::run);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            fuzzer.on = order.equals("on");
            if (!fuzzer.on) {
                System.out.println(new Gson().toJson(fuzzer.done()));
            }
        }
        fuzzer.ending = true;
        work.join();
    }

    private synchronized Done done() {
        return new Done(writes, bytes, cuts, removals);
    }

    private void run() {
        while (!ending) {
            step();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private synchronized void step() {
        if (!on) {
            return;
        }
        try {
            List<Path> files = files();
            if (!files.isEmpty()) {
                fuzz(files.get(random.nextInt(files.size())));
            }
        } catch (NoSuchFileException _) {
            // gone by now
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            all.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }

    private void fuzz(Path path) throws IOException {
        int dice = random.nextInt(100);
        if (dice == 0) {
            Files.delete(path);
            removals++;
            return;
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = file.size();
            if (dice <= 4) {
                cut(file, size);
            } else {
                write(file, size);
            }
        }
    }

    /** To nothing, to some pages, or in the middle of one; sometimes it is as long as before afterwards, and empty there. */
    private void cut(FileChannel file, long size) throws IOException {
        long left = switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextLong(size + 1) / HEAD * HEAD;
            case 2 -> Math.max(0, size - 1);
            default -> random.nextLong(size + 1);
        };
        file.truncate(left);
        cuts++;
        if (size > left && random.nextInt(4) == 0) {
            file.write(ByteBuffer.allocate(1), size - 1);
        }
    }

    private void write(FileChannel file, long size) throws IOException {
        if (size == 0) {
            return;
        }
        ByteBuffer what = random.nextBoolean() ? noise() : meant(size);
        long at = place(size);
        long fits = Math.min(what.remaining(), size - at);
        what.limit((int) fits);
        bytes += file.write(what, at);
        writes++;
    }

    private long place(long size) {
        long at = switch (random.nextInt(4)) {
            case 0 -> random.nextInt(128);
            case 1 -> random.nextInt(HEAD);
            case 2 -> PAYLOAD + random.nextInt(512);
            default -> random.nextLong(size);
        } / Integer.BYTES * Integer.BYTES;
        return at < size ? at : random.nextLong(size);
    }

    private ByteBuffer noise() {
        byte[] noise = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? MOST_BYTES : 16)];
        random.nextBytes(noise);
        return ByteBuffer.wrap(noise);
    }

    /** A number that means something somewhere, or is one too many or too few. */
    private ByteBuffer meant(long size) {
        ByteBuffer number = ByteBuffer.allocate(random.nextBoolean() ? Integer.BYTES : Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        long value = switch (random.nextInt(3)) {
            case 0 -> size - 1 + random.nextInt(3);
            case 1 -> size - PAYLOAD - 1 + random.nextInt(3);
            default -> MEAN[random.nextInt(MEAN.length)];
        };
        return number.remaining() == Integer.BYTES ? number.putInt((int) value).flip() : number.putLong(value).flip();
    }
}
