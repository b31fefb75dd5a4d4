package io.github.spout4j.library;

import io.github.spout4j.SpoutException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a DLL's file says about itself, read without loading it: nothing of it is trusted, every offset is checked.
 *
 * @param file     the file
 * @param sections in the order of their headers
 * @param exports  the names that it exports
 * @param imports  the names of the DLLs that it needs
 * @param versions the SDK versions in its read-only data, such as "2.007.017"
 */
public record PeImage(Path file, List<Section> sections, Set<String> exports, List<String> imports,
        Set<String> versions) {
    /**
     * A section, as loaded.
     *
     * @param start      where it begins, in bytes from the module's base
     * @param size       bytes
     * @param executable whether it holds code
     */
    public record Section(long start, long size, boolean executable) {
        /**
         * Whether an address is in this section.
         *
         * @param base    the module's base
         * @param address any address
         * @return whether it is
         */
        public boolean contains(long base, long address) {
            return Long.compareUnsigned(address - base - start, size) < 0;
        }
    }

    /**
     * Reads a DLL's headers.
     *
     * @param file any file
     * @return what they say
     * @throws SpoutException where it is not a whole DLL for 64-bit Windows on x64
     */
    public static PeImage read(Path file) {
        try {
            if (Files.size(file) > Reader.MOST_BYTES) {
                throw new SpoutException(file + " is no SpoutLibrary.dll: it is larger than "
                        + Reader.MOST_BYTES + " bytes");
            }
            return new Reader(file, Files.readAllBytes(file)).read();
        } catch (NoSuchFileException e) {
            throw new SpoutException("there is no file " + file, e);
        } catch (IOException e) {
            throw new SpoutException(file + " cannot be read: " + e, e);
        }
    }

    /**
     * Makes sure that the DLL can be SpoutLibrary.dll.
     *
     * @return this
     * @throws SpoutException where it exports no GetSpout
     */
    public PeImage requireGetSpout() {
        if (!exports.contains(SpoutLibraryDll.GET_SPOUT)) {
            throw new SpoutException(file + " is a DLL but not SpoutLibrary.dll: it does not export "
                    + SpoutLibraryDll.GET_SPOUT + (exports.stream().anyMatch(name -> name.contains("@spout"))
                            ? "; it looks like Spout.dll, the classes of the SDK, which this engine does not use"
                            : ""));
        }
        return this;
    }

    /** One reading of one file. */
    private static final class Reader {
        static final long MOST_BYTES = 64 << 20;

        private static final int X64 = 0x8664;
        private static final int I386 = 0x14C;
        private static final int ARM64 = 0xAA64;
        private static final int PE32_PLUS = 0x20B;
        private static final int DLL = 0x2000;
        private static final int HEADER_BYTES = 20;
        private static final int SECTION_BYTES = 40;
        private static final int DIRECTORIES = 112;
        private static final int IMPORT_BYTES = 20;
        private static final int LONGEST_NAME = 512;
        private static final int MOST_NAMES = 65536;
        private static final int EXECUTABLE = 0x20000000;
        private static final int WRITABLE = 0x80000000;
        private static final Pattern VERSION = Pattern.compile("(?<![0-9.])2\\.007\\.[0-9]{3}(?![0-9.])");

        private record RawSection(long virtualStart, long virtualSize, int rawStart, int rawSize, int flags) {}

        private final Path file;
        private final ByteBuffer bytes;
        private final List<RawSection> sections = new ArrayList<>();

        Reader(Path file, byte[] content) {
            this.file = file;
            bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        }

        PeImage read() {
            if (bytes.capacity() < 2 || bytes.getShort(0) != 0x5A4D) {
                throw new SpoutException(file + " is no DLL: it does not begin with MZ");
            }
            int header = int32(0x3C);
            if (int32(header) != 0x4550) {
                throw new SpoutException(file + " is no DLL for Windows: it has no PE header");
            }
            int machine = uint16(header + 4);
            if (machine != X64) {
                throw new SpoutException(file + " is for " + machine(machine)
                        + "; 64-bit ones need that of the folder for x64");
            }
            int optional = header + 4 + HEADER_BYTES;
            if (uint16(optional) != PE32_PLUS || (uint16(header + 22) & DLL) == 0) {
                throw new SpoutException(file + " is a program or driver, no 64-bit DLL");
            }
            readSections(optional + uint16(header + 20), uint16(header + 6));
            int directories = int32(optional + DIRECTORIES - 4);
            return new PeImage(file, sections.stream().map(section -> new Section(section.virtualStart,
                    section.virtualSize, (section.flags & EXECUTABLE) != 0)).toList(),
                    directories > 0 ? exports(int32(optional + DIRECTORIES)) : Set.of(),
                    directories > 1 ? imports(int32(optional + DIRECTORIES + 8)) : List.of(), versions());
        }

        private static String machine(int machine) {
            return switch (machine) {
                case I386 -> "32-bit programs";
                case ARM64 -> "ARM64";
                default -> "another processor (machine 0x" + Integer.toHexString(machine) + ")";
            };
        }

        private void readSections(int table, int count) {
            for (int i = 0; i < count; i++) {
                int header = table + i * SECTION_BYTES;
                int virtualSize = int32(header + 8);
                int rawSize = int32(header + 16);
                int rawStart = int32(header + 20);
                if (rawSize != 0) {
                    require(rawStart, rawSize);
                }
                sections.add(new RawSection(Integer.toUnsignedLong(int32(header + 12)),
                        Integer.toUnsignedLong(virtualSize == 0 ? rawSize : virtualSize),
                        rawSize == 0 ? 0 : rawStart, rawSize, int32(header + 36)));
            }
        }

        private Set<String> exports(int rva) {
            Set<String> names = new LinkedHashSet<>();
            if (rva != 0) {
                int directory = offset(rva);
                int count = int32(directory + 24);
                if (count < 0 || count > MOST_NAMES) {
                    throw broken();
                }
                int table = count == 0 ? 0 : offset(int32(directory + 32));
                for (int i = 0; i < count; i++) {
                    names.add(name(int32(table + 4 * i)));
                }
            }
            return names;
        }

        private List<String> imports(int rva) {
            List<String> names = new ArrayList<>();
            if (rva != 0) {
                int entry = offset(rva);
                for (int name = int32(entry + 12); name != 0; name = int32(entry + 12)) {
                    if (names.size() == MOST_NAMES) {
                        throw broken();
                    }
                    names.add(name(name));
                    entry += IMPORT_BYTES;
                }
            }
            return names;
        }

        private Set<String> versions() {
            Set<String> found = new LinkedHashSet<>();
            for (RawSection section : sections) {
                if ((section.flags & (EXECUTABLE | WRITABLE)) == 0) {
                    Matcher matcher = VERSION.matcher(new String(bytes.array(), section.rawStart, section.rawSize,
                            StandardCharsets.ISO_8859_1));
                    while (matcher.find()) {
                        found.add(matcher.group());
                    }
                }
            }
            return found;
        }

        private String name(int rva) {
            int start = offset(rva);
            int end = start;
            while (end - start < LONGEST_NAME && int8(end) != 0) {
                end++;
            }
            return new String(bytes.array(), start, end - start, StandardCharsets.ISO_8859_1);
        }

        /** Where in the file that is which is at {@code rva} when loaded. */
        private int offset(int rva) {
            long address = Integer.toUnsignedLong(rva);
            for (RawSection section : sections) {
                if (address >= section.virtualStart && address < section.virtualStart + section.rawSize) {
                    return (int) (address - section.virtualStart + section.rawStart);
                }
            }
            throw broken();
        }

        private byte int8(int offset) {
            require(offset, 1);
            return bytes.get(offset);
        }

        private int uint16(int offset) {
            require(offset, 2);
            return Short.toUnsignedInt(bytes.getShort(offset));
        }

        private int int32(int offset) {
            require(offset, 4);
            return bytes.getInt(offset);
        }

        private void require(int offset, int size) {
            if (offset < 0 || size < 0 || offset > bytes.capacity() - size) {
                throw new SpoutException(file + " is cut off: it has " + bytes.capacity()
                        + " bytes, and its header tells of more; download it again");
            }
        }

        private SpoutException broken() {
            return new SpoutException(
                    file + " is damaged: its header points outside of its sections; download it again");
        }
    }
}
