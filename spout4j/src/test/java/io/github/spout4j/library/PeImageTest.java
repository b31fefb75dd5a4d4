package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.SpoutException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are, or only look like, SpoutLibrary.dll. */
class PeImageTest {
    private static final int X64 = 0x8664;
    private static final int I386 = 0x14C;
    private static final int ARM64 = 0xAA64;
    private static final int HEADER = 0x80;
    private static final int TEXT_SECTION = HEADER + 24 + 240;
    private static final int DATA_SECTION = TEXT_SECTION + 40;
    private static final int TEXT_RVA = 0x1000;
    private static final int DATA_RVA = 0x2000;
    private static final int TEXT_FILE = 0x400;
    private static final int DATA_FILE = 0x600;
    private static final int SIZE = 0xA00;

    @TempDir
    Path folder;

    /** A DLL of one code and one data section, with one export and one import. */
    static byte[] dll(int machine, String export, String dataText) {
        ByteBuffer file = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort(0, (short) 0x5A4D).putInt(0x3C, HEADER).putInt(HEADER, 0x4550);
        file.putShort(HEADER + 4, (short) machine).putShort(HEADER + 6, (short) 2);
        file.putShort(HEADER + 20, (short) 240).putShort(HEADER + 22, (short) 0x2022);
        int optional = HEADER + 24;
        file.putShort(optional, (short) 0x20B).putInt(optional + 108, 16);
        file.putInt(optional + 112, DATA_RVA).putInt(optional + 120, DATA_RVA + 0x100);
        section(file, optional + 240, ".text", TEXT_RVA, TEXT_FILE, 0x200, 0x60000020);
        section(file, optional + 280, ".rdata", DATA_RVA, DATA_FILE, 0x400, 0x40000040);
        file.putInt(DATA_FILE + 24, 1).putInt(DATA_FILE + 32, DATA_RVA + 0x40).putInt(DATA_FILE + 0x40,
                DATA_RVA + 0x80);
        text(file, DATA_FILE + 0x80, export);
        file.putInt(DATA_FILE + 0x100 + 12, DATA_RVA + 0x180);
        text(file, DATA_FILE + 0x180, "KERNEL32.dll");
        text(file, DATA_FILE + 0x200, dataText);
        return file.array();
    }

    private static void section(ByteBuffer file, int at, String name, int rva, int start, int size, int flags) {
        text(file, at, name);
        file.putInt(at + 8, size).putInt(at + 12, rva).putInt(at + 16, size).putInt(at + 20, start).putInt(at + 36,
                flags);
    }

    private static void text(ByteBuffer file, int at, String text) {
        file.put(at, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("SpoutLibrary.dll"), content);
    }

    @Test
    void aWholeDllSaysWhatItHas() throws IOException {
        PeImage image = PeImage.read(file(dll(X64, "GetSpout", "Spout 2.007.017 x"))).requireGetSpout();
        assertThat(image.exports()).containsExactly("GetSpout");
        assertThat(image.imports()).containsExactly("KERNEL32.dll");
        assertThat(image.versions()).containsExactly("2.007.017");
        assertThat(image.sections()).containsExactly(new PeImage.Section(TEXT_RVA, 0x200, true),
                new PeImage.Section(DATA_RVA, 0x400, false));
        assertThat(image.sections().getFirst().contains(0x7000_0000L, 0x7000_11FFL)).isTrue();
        assertThat(image.sections().getFirst().contains(0x7000_0000L, 0x7000_1200L)).isFalse();
        assertThat(image.sections().getFirst().contains(0x7000_0000L, 0x7000_0FFFL)).isFalse();
    }

    @Test
    void aVersionStandsAlone() throws IOException {
        assertThat(PeImage.read(file(dll(X64, "GetSpout", "12.007.017 2.007.0171 2.007"))).versions()).isEmpty();
        assertThat(PeImage.read(file(dll(X64, "GetSpout", "2.007.015\0" + "2.007.016"))).versions())
                .containsExactly("2.007.015", "2.007.016");
    }

    @Test
    void otherProcessors() throws IOException {
        Path x86 = file(dll(I386, "GetSpout", ""));
        assertThatThrownBy(() -> PeImage.read(x86)).isInstanceOf(SpoutException.class)
                .hasMessageContaining("for 32-bit programs").hasMessageContaining("folder for x64");
        Path arm = file(dll(ARM64, "GetSpout", ""));
        assertThatThrownBy(() -> PeImage.read(arm)).hasMessageContaining("for ARM64");
    }

    @Test
    void anotherDll() throws IOException {
        Path other = file(dll(X64, "GetMilk", ""));
        assertThatThrownBy(() -> PeImage.read(other).requireGetSpout()).isInstanceOf(SpoutException.class)
                .hasMessageContaining("does not export GetSpout");
        Path classes = file(dll(X64, "??0spoutDX@@QEAA@XZ", ""));
        assertThatThrownBy(() -> PeImage.read(classes).requireGetSpout())
                .hasMessageContaining("does not export GetSpout");
        Path sdk = file(dll(X64, "?GetSender@spoutSenderNames@@QEAA_NHPEADH@Z", ""));
        assertThatThrownBy(() -> PeImage.read(sdk).requireGetSpout()).hasMessageContaining("looks like Spout.dll");
    }

    @Test
    void noDllAtAll() throws IOException {
        Path text = file("SpoutLibrary, as text".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> PeImage.read(text)).isInstanceOf(SpoutException.class)
                .hasMessageContaining("is no DLL");
        Path empty = file(new byte[0]);
        assertThatThrownBy(() -> PeImage.read(empty)).hasMessageContaining("is no DLL");
        assertThatThrownBy(() -> PeImage.read(folder.resolve("missing.dll"))).isInstanceOf(SpoutException.class)
                .hasMessageContaining("there is no file");
        assertThatThrownBy(() -> PeImage.read(folder)).isInstanceOf(SpoutException.class);
    }

    @Test
    void aSectionWithoutBytesIsNowhereInTheFile() throws IOException {
        byte[] dll = dll(X64, "GetSpout", "2.007.017");
        ByteBuffer.wrap(dll).order(ByteOrder.LITTLE_ENDIAN).putInt(TEXT_SECTION + 16, 0).putInt(TEXT_SECTION + 20, -2)
                .putInt(TEXT_SECTION + 36, 0x40000080);
        PeImage image = PeImage.read(file(dll));
        assertThat(image.versions()).containsExactly("2.007.017");
        assertThat(image.sections()).contains(new PeImage.Section(TEXT_RVA, 0x200, false));
    }

    @Test
    void moreImportsThanADllCanHaveAreDamage() throws IOException {
        int imports = 65537;
        ByteBuffer dll = ByteBuffer.allocate(SIZE + imports * 20 + 20).order(ByteOrder.LITTLE_ENDIAN)
                .put(dll(X64, "GetSpout", ""));
        dll.putInt(DATA_SECTION + 8, dll.capacity() - DATA_FILE).putInt(DATA_SECTION + 16, dll.capacity() - DATA_FILE);
        dll.putInt(HEADER + 24 + 120, DATA_RVA + SIZE - DATA_FILE);
        for (int i = 0; i < imports; i++) {
            dll.putInt(SIZE + i * 20 + 12, DATA_RVA + 0x180);
        }
        Path file = file(dll.array());
        assertThatThrownBy(() -> PeImage.read(file)).isInstanceOf(SpoutException.class).hasMessageContaining("damaged");
    }

    @Test
    void everyCutOffFileIsAnError() throws IOException {
        byte[] whole = dll(X64, "GetSpout", "2.007.017");
        for (int length = 2; length < whole.length; length += 7) {
            Path cut = file(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> PeImage.read(cut)).as("%d bytes", length).isInstanceOf(SpoutException.class)
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void damageIsAnErrorOrHarmlessNeverAnother() throws IOException {
        Random random = new Random(4711);
        byte[] whole = dll(X64, "GetSpout", "2.007.017");
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j < 4; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = file(damaged);
            try {
                PeImage.read(file);
            } catch (SpoutException e) {
                assertThat(e).hasMessageContaining(file.toString());
            }
        }
    }
}
