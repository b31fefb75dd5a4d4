package io.github.spout4j.kernel.posix;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The names of files. An object's file shows as much of the object's name as every file system can write, and is told
 * apart by a hash of all of it (systems exist that ignore case or rewrite Unicode); the exact name stands in the file.
 */
final class FileNames {
    static final String OBJECT = "object.";
    static final String PROCESS = "process.";
    private static final int READABLE = 80;
    private static final int HASH_BYTES = 16;

    private FileNames() {}

    static String ofObject(byte[] name) {
        StringBuilder file = new StringBuilder(OBJECT);
        for (int i = 0; i < Math.min(name.length, READABLE); i++) {
            char c = (char) (name[i] & 0xFF);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
            file.append(plain ? c : '_');
        }
        return file.append('.').append(HexFormat.of().formatHex(hash(name), 0, HASH_BYTES)).toString();
    }

    static String ofProcess(int token) {
        return PROCESS + HexFormat.of().toHexDigits(token);
    }

    private static byte[] hash(byte[] name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
