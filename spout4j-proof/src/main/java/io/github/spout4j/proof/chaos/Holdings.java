package io.github.spout4j.proof.chaos;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a process that stands still keeps from others (docs/protocol.md: POSIX objects).
 *
 * @param directory whether it has the lock of all objects
 * @param mutexes   the files of mutexes that it owns
 * @param objects   the files of objects that it keeps alive
 */
record Holdings(boolean directory, Set<String> mutexes, Set<String> objects) {
    private static final String OBJECT = "object.";
    private static final String PROCESS = "process.";
    private static final int HEAD = 80;
    private static final int KIND = 12;
    private static final int MUTEX = 2;
    private static final int STATE = 64;
    private static final int FLOCK_PID = 4;
    private static final int FLOCK_FILE = 5;

    /** Of a process, now. */
    static Holdings of(long pid, Path directory) throws IOException {
        Set<Long> locked = new HashSet<>();
        for (String line : Files.readAllLines(Path.of("/proc/locks"))) {
            String[] fields = line.trim().split("\\s+");
            if (fields[1].equals("FLOCK") && fields[FLOCK_PID].equals(Long.toString(pid))) {
                locked.add(Long.valueOf(fields[FLOCK_FILE].substring(fields[FLOCK_FILE].lastIndexOf(':') + 1)));
            }
        }
        Set<String> mutexes = new HashSet<>();
        Set<String> objects = new HashSet<>();
        String token = token(pid, directory);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(OBJECT)) {
                    if (locked.contains(inode(file))) {
                        objects.add(name);
                    }
                    if (!token.isEmpty() && token.equals(owner(file))) {
                        mutexes.add(name);
                    }
                }
            }
        }
        return new Holdings(locked.contains(inode(directory)), mutexes, objects);
    }

    /** The number that stands in the mutexes of a process; empty where it has none. */
    private static String token(long pid, Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(PROCESS)).toList()) {
                try {
                    if (Files.readString(file).equals(Long.toString(pid))) {
                        return file.getFileName().toString().substring(PROCESS.length());
                    }
                } catch (NoSuchFileException _) {
                    // it has just ended
                }
            }
        }
        return "";
    }

    private static String owner(Path file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.nativeOrder());
        try (FileChannel channel = FileChannel.open(file)) {
            channel.read(head);
        } catch (NoSuchFileException _) {
            return "";
        }
        return head.position() < HEAD || head.getInt(KIND) != MUTEX
                ? ""
                : String.format("%08x", head.getInt(STATE) & Integer.MAX_VALUE);
    }

    private static long inode(Path file) throws IOException {
        try {
            return (Long) Files.getAttribute(file, "unix:ino");
        } catch (NoSuchFileException _) {
            return -1;
        }
    }

    /** What it also has later. */
    Holdings still(Holdings later) {
        Set<String> sameMutexes = new HashSet<>(mutexes);
        sameMutexes.retainAll(later.mutexes);
        Set<String> sameObjects = new HashSet<>(objects);
        sameObjects.retainAll(later.objects);
        return new Holdings(directory && later.directory, sameMutexes, sameObjects);
    }

    /** Whether others have to wait for it. */
    boolean any() {
        return directory || !mutexes.isEmpty();
    }

    /** Whether it keeps a sender's sign of life. */
    boolean keeps(String sender) {
        return objects.stream().anyMatch(file -> file.startsWith(OBJECT + sender + "."));
    }
}
