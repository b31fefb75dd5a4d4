package io.github.spout4j.kernel.posix;

import io.github.spout4j.SpoutException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The directory of this user's objects, which nobody else may enter. */
final class PrivateDirectory {
    static final String PROPERTY = "spout.directory";
    private static final String PREFIX = "spout4j-";
    private static final int FILE_TYPE = 0170000;
    private static final int SYMBOLIC_LINK = 0120000;
    private static final int DIRECTORY = 0040000;
    private static final int OTHERS = 0077;
    private static final int OWNER = 0700;
    private static final String ANOTHER = "name another directory by -D" + PROPERTY
            + "=DIRECTORY, in JAVA_TOOL_OPTIONS for the spout command";

    private PrivateDirectory() {}

    /** Where objects live unless the caller says otherwise. */
    static Path standard() {
        return GivenPath.ofProperty(PROPERTY).orElseGet(PrivateDirectory::usual);
    }

    /** Those of other users and, where another one is given, the usual one of this user. */
    static List<Path> others(Path own) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(usual().getParent(), PREFIX + "[0-9]*")) {
            List<Path> others = new ArrayList<>();
            for (Path each : all) {
                if (!each.equals(own) && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    others.add(each);
                }
            }
            return others;
        } catch (IOException | DirectoryIteratorException _) {
            return List.of();
        }
    }

    private static Path usual() {
        Path memory = Path.of("/dev/shm");
        Path parent = LibC.LINUX && Files.isDirectory(memory) && Files.isWritable(memory)
                ? memory
                : GivenPath.of(System.getProperty("java.io.tmpdir"), "the property java.io.tmpdir");
        return parent.resolve(PREFIX + Integer.toUnsignedString(LibC.userId()));
    }

    /** Makes the directory where it is missing, and checks it. */
    static void ensure(Path directory) {
        try {
            try {
                Files.createDirectory(directory,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException _) {
                // checked below like a new one
            }
            check(directory, Files.readAttributes(directory, "unix:mode,uid", LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw new SpoutException("the directory for shared objects, " + directory + ", cannot be made: " + reason(e)
                    + "; " + ANOTHER, e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "the directory above it is missing";
            case AccessDeniedException _ -> "this user may not write there";
            case FileSystemException refused when refused.getReason() != null -> refused.getReason();
            default -> e.toString();
        };
    }

    /** What a call on a file in the directory has failed by, and what helps. */
    static SpoutException failed(String what, Path file, long result) {
        String why = "cannot " + what + " " + file + ": " + LibC.reason(result);
        if (result == -LibC.ENOSPC || result == -LibC.EDQUOT) {
            return new SpoutException(why + "; the disk is full: make room there, or " + ANOTHER);
        }
        return new SpoutException(result == -LibC.EROFS ? why + "; " + ANOTHER : why);
    }

    private static void check(Path directory, Map<String, Object> attributes) {
        int mode = (int) attributes.get("mode");
        int owner = (int) attributes.get("uid");
        if ((mode & FILE_TYPE) == SYMBOLIC_LINK) {
            throw refused(directory, "is a symbolic link", "remove it");
        }
        if ((mode & FILE_TYPE) != DIRECTORY) {
            throw refused(directory, "is not a directory", "remove it");
        }
        if (owner != LibC.userId()) {
            throw refused(directory, "belongs to user " + Integer.toUnsignedString(owner) + ", not to user "
                    + Integer.toUnsignedString(LibC.userId()), "have its owner remove it");
        }
        if ((mode & OTHERS) != 0) {
            throw refused(directory, "is open to other users (mode " + Integer.toOctalString(mode & 07777) + ")",
                    "if it is for Spout alone, run chmod 700 " + directory);
        }
        if ((mode & OWNER) != OWNER) {
            throw refused(directory, "is closed to its own user (mode " + Integer.toOctalString(mode & 07777) + ")",
                    "if it is for Spout alone, run chmod 700 " + directory);
        }
    }

    private static SpoutException refused(Path directory, String what, String remedy) {
        return new SpoutException("the directory for shared objects, " + directory + ", " + what + "; " + remedy
                + ", or " + ANOTHER);
    }
}
