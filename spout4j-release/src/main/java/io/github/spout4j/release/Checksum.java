package io.github.spout4j.release;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** The checksums that Maven Central knows. */
enum Checksum {
    MD5("MD5"), SHA1("SHA-1"), SHA256("SHA-256"), SHA512("SHA-512");

    private final String algorithm;

    Checksum(String algorithm) {
        this.algorithm = algorithm;
    }

    static boolean isOne(String file) {
        return Arrays.stream(values()).anyMatch(checksum -> file.endsWith(checksum.of("")));
    }

    /** The name of the file that has the checksum of a file. */
    String of(String file) {
        return file + "." + name().toLowerCase(Locale.ROOT);
    }

    String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has it", e);
        }
    }
}
