package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.SpoutException;
import io.github.spout4j.library.PeImage;

/** A DLL's file. An input is the file. */
public final class PeImageTarget {
    private static final WorkFile FILE = new WorkFile("fuzz.dll");
    private static final int LONGEST_NAME = 512;
    private static final int MOST_NAMES = 65536;

    private PeImageTarget() {}

    /** Reads it. */
    public static void fuzzerTestOneInput(byte[] data) {
        FILE.write(data);
        try {
            check(PeImage.read(FILE.path()));
        } catch (SpoutException e) {
            Must.hold(e.getMessage().contains(FILE.path().toString()), "it is told which file is none");
        }
    }

    private static void check(PeImage image) {
        Must.hold(image.exports().size() <= MOST_NAMES && image.imports().size() <= MOST_NAMES,
                "there are no more names than a DLL can have");
        Must.hold(image.exports().stream().allMatch(PeImageTarget::isShort)
                && image.imports().stream().allMatch(PeImageTarget::isShort), "a name has 512 letters at most");
        Must.hold(image.versions().stream().allMatch(version -> version.matches("2\\.007\\.\\d{3}")),
                "a version is one of the SDK's");
        for (PeImage.Section section : image.sections()) {
            Must.hold(section.start() >= 0 && section.size() >= 0, "a section has no size below 0");
            Must.hold(section.size() == 0 || section.contains(0, section.start()), "a section has its first byte");
            Must.hold(!section.contains(0, section.start() + section.size()), "a section ends");
        }
        try {
            Must.hold(image.requireGetSpout() == image, "it is the same");
        } catch (SpoutException _) {
            Must.hold(!image.exports().contains("GetSpout"), "only a DLL without GetSpout is refused");
        }
    }

    private static boolean isShort(String name) {
        return name.length() <= LONGEST_NAME;
    }
}
