package io.github.spout4j.proof.fuzz;

import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.NameBytes;
import io.github.spout4j.protocol.RingFrame;
import io.github.spout4j.protocol.SenderTable;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.protocol.SharedTextureInfoCodec;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes inputs that decoders take for whole, to begin a corpus with: {@code Seeds DIRECTORY}. WebP files, which Java cannot write, are those
 * of the tests of spout4j-cli.
 */
final class Seeds {
    private static final int PNG_HEADER = 8 + 12 + 13;
    private static final SeedNames NAMES = new SeedNames();

    private final Path directory;

    private Seeds(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        Seeds seeds = new Seeds(Path.of(arguments[0]));
        seeds.objects();
        seeds.files();
        seeds.pictures();
        CameraSeeds.write(seeds);
    }

    void put(Target target, String name, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(target.text()));
        Files.write(folder.resolve(name), bytes);
    }

    private static ByteBuffer input(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] info() {
        byte[] bytes = new byte[SharedTextureInfoCodec.SIZE];
        SharedTextureInfoCodec.write(SharedTextureInfo.ofMemory(640, 360, DxgiFormat.R8G8B8A8_UNORM, "/usr/bin/vj"),
                MemorySegment.ofArray(bytes), 0, NAMES);
        return bytes;
    }

    private void objects() throws IOException {
        byte[] table = new byte[(int) SenderTable.bytes(6)];
        TreeSet<NameBytes> names = new TreeSet<>();
        for (String name : new String[]{"Film", "Kamera 2", "Süd", "übrig"}) {
            names.add(NameBytes.of(name.getBytes(StandardCharsets.UTF_8)));
        }
        SenderTable.encode(names, MemorySegment.ofArray(table));
        for (int flags = 0; flags < 16; flags += 5) {
            put(Target.DIRECTORY, "whole-" + flags,
                    input(1 + SharedTextureInfoCodec.SIZE + table.length).put((byte) flags).put(info()).put(table)
                            .array());
        }
        put(Target.SENDER_INFO, "whole", input(4 + 1 + 16 + SharedTextureInfoCodec.SIZE).putInt(5).put((byte) 16)
                .putInt(1).putInt(11).putLong(0).put(info()).array());
        byte[] active = new byte[NameBytes.FIELD];
        names.first().write(MemorySegment.ofArray(active), 0);
        for (int flags = 0; flags < 8; flags++) {
            put(Target.ACTIVE_SENDER, "whole-" + flags,
                    input(1 + active.length).put((byte) flags).put(active).array());
        }
        put(Target.DATA_BUFFER, "whole",
                input(1 + 32 + 20).put((byte) 5).put("20".getBytes(StandardCharsets.US_ASCII)).array());
        long frame = RingFrame.of(7, 3, 0);
        put(Target.RING_RECEIVER, "whole", receiver(frame, RingFrame.of(8, 3, 1)));
        put(Target.RING_RECEIVER, "other-memory", receiver(frame, RingFrame.of(8, 4, 1)));
        put(Target.RING_SENDER, "whole", input(29 + 4 * 8).put((byte) 1).putInt(7).putInt(1).putInt(2).putLong(frame)
                .putLong(RingFrame.of(6, 4, 1)).putLong(RingFrame.of(7, 4, 0)).array());
        ByteBuffer object = input(4 + 1024 + 4).putInt(65536 + 300).putLong(0x004A_3454_554F_5053L).putInt(1).putInt(1)
                .putLong(300).putInt(0).putInt(4);
        object.put(4 + 1024, "fuzz".getBytes(StandardCharsets.US_ASCII));
        put(Target.OBJECT_FILE, "whole", object.array());
    }

    private static byte[] receiver(long first, long second) {
        int slots = 2;
        int begin = 64 + slots * 64;
        int stride = 64;
        ByteBuffer ring = input(27 + begin + slots * stride).put((byte) 0).putInt(1).putInt(1).putLong(first)
                .putLong(second).putShort((short) RingFrame.memory(first));
        ByteBuffer memory = ring.slice().order(ByteOrder.LITTLE_ENDIAN).putInt(0, slots).putLong(8, begin)
                .putLong(16, stride);
        for (int slot = 0; slot < slots; slot++) {
            memory.position(64 + 64 * slot).putInt(7 + slot).putInt(4).putInt(4).putInt(28).putInt(16);
        }
        return ring.array();
    }

    private void files() throws IOException {
        put(Target.SETTINGS_FILE, "whole", "# ours\nMaxSenders=32\nFramecount = 1\nBuffers=3\nAdapter=4294967295\n\nx\n"
                .getBytes(StandardCharsets.UTF_8));
        put(Target.RAW_INPUT, "whole", input(4 + 4 * 4 * 4 * 2).put((byte) 3).put((byte) 3).put((byte) 0).put((byte) 9)
                .array());
        String[] lines = {"send\na.png\n--name\nLogo\n--fps\n29.97\n--loop\n--frames\n3", "list\n--json",
                "send\n-\n--raw\n64x48\n--format\nrgba16\n--alpha\npremultiplied\n--sync\n--memory-too",
                "receive\nFilm\n--out\nframe-%04d.png\n--depth\n16\n--frames\n9\n--timeout\n0.5",
                "receive\n--raw\n-\n--format\nsender\n--mode\npipelined", "active\nFilm\n--json", "adapters",
                "settings\nframecount=on\nbuffers=3\nadapter=default", "buffer\nread\nLead\n--out\nlead.bin",
                "buffer\nwrite\nLead\nbpm=120\n--size\n64\n--for\n2", "sync\nwait\nLead\n--timeout\n1",
                "sync\nsignal\nLead", "completion\nzsh", "bench\n--size\n640x360\n--seconds\n1",
                "demo\n--frames\n10\n--size\n640x360", "audit\n--slots\n3-9\n--types",
                "preview\n--size\n90x90\n--screenshot\na.png\n--after\n1", "doctor\nFilm\n--json", "--version",
                "send\n--help", "recieve", "list\n--debug\n--quiet"};
        for (int i = 0; i < lines.length; i++) {
            put(Target.COMMAND_LINE, "line-" + i, lines[i].getBytes(StandardCharsets.UTF_8));
        }
        put(Target.PE_IMAGE, "whole", dll());
    }

    private static byte[] dll() {
        int header = 0x40;
        int optional = header + 24;
        int data = 0x200;
        int rva = 0x2000;
        ByteBuffer file = input(0x380);
        file.putShort(0, (short) 0x5A4D).putInt(0x3C, header).putInt(header, 0x4550);
        file.putShort(header + 4, (short) 0x8664).putShort(header + 6, (short) 2);
        file.putShort(header + 20, (short) 0xF0).putShort(header + 22, (short) 0x2022);
        file.putShort(optional, (short) 0x20B).putInt(optional + 108, 16).putInt(optional + 112, rva)
                .putInt(optional + 120, rva + 0x80);
        section(file, optional + 0xF0, 0x1000, 0, 0, 0x60000020);
        section(file, optional + 0xF0 + 40, rva, data, 0x180, 0x40000040);
        file.putInt(data + 24, 1).putInt(data + 32, rva + 0x30).putInt(data + 0x30, rva + 0x40);
        file.put(data + 0x40, "GetSpout".getBytes(StandardCharsets.US_ASCII));
        file.putInt(data + 0x80 + 12, rva + 0x50);
        file.put(data + 0x50, "KERNEL32.dll".getBytes(StandardCharsets.US_ASCII));
        file.put(data + 0x100, "Spout 2.007.017".getBytes(StandardCharsets.US_ASCII));
        return file.array();
    }

    private static void section(ByteBuffer file, int at, int rva, int start, int size, int flags) {
        file.putInt(at + 8, size).putInt(at + 12, rva).putInt(at + 16, size).putInt(at + 20, start).putInt(at + 36,
                flags);
    }

    private void pictures() throws IOException {
        BufferedImage plain = picture(BufferedImage.TYPE_3BYTE_BGR);
        put(Target.GIF, "still", written("gif", plain));
        put(Target.GIF, "moving", animation());
        put(Target.BMP, "plain", written("bmp", plain));
        put(Target.BMP, "indexed", written("bmp", picture(BufferedImage.TYPE_BYTE_INDEXED)));
        put(Target.JPEG, "plain", written("jpeg", plain));
        put(Target.JPEG, "gray", written("jpeg", picture(BufferedImage.TYPE_BYTE_GRAY)));
        put(Target.TIFF, "plain", written("tiff", plain));
        put(Target.TIFF, "gray-16", written("tiff", picture(BufferedImage.TYPE_USHORT_GRAY)));
        put(Target.PNG, "alpha", written("png", picture(BufferedImage.TYPE_INT_ARGB)));
        put(Target.PNG, "gray-16", written("png", picture(BufferedImage.TYPE_USHORT_GRAY)));
        put(Target.PNG, "indexed", written("png", picture(BufferedImage.TYPE_BYTE_INDEXED)));
        ByteBuffer exif = ByteBuffer.allocate(26).put(ascii("MM\0*")).putInt(8).putShort((short) 1)
                .putShort((short) 0x112)
                .putShort((short) 3).putInt(1).putShort((short) 6);
        put(Target.PNG, "turned", withChunk(written("png", plain), "eXIf", exif.array()));
        put(Target.PNG, "transparent-gray",
                withChunk(written("png", picture(BufferedImage.TYPE_BYTE_BINARY)), "tRNS", new byte[]{0, 1}));
        put(Target.COLOR_PROFILE, "linear", profile(0, ColorSpace.CS_LINEAR_RGB));
        put(Target.COLOR_PROFILE, "linear-alpha", profile(1, ColorSpace.CS_LINEAR_RGB));
        put(Target.COLOR_PROFILE, "gray", profile(2, ColorSpace.CS_GRAY));
        put(Target.PNG, "moving", movingPng(written("png", plain)));
    }

    private static BufferedImage picture(int type) {
        BufferedImage image = new BufferedImage(9, 7, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(2, 1, 4, 3);
        graphics.dispose();
        return image;
    }

    private static byte[] written(String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, file)) {
            throw new IOException("Java cannot write " + format);
        }
        return file.toByteArray();
    }

    private static byte[] profile(int picture, int space) {
        byte[] profile = ICC_Profile.getInstance(space).getData();
        return input(1 + profile.length).put((byte) picture).put(profile).array();
    }

    /** The target makes the checksum. */
    private static byte[] withChunk(byte[] png, String type, byte[] data) {
        return ByteBuffer.allocate(png.length + 12 + data.length).put(png, 0, PNG_HEADER).putInt(data.length)
                .put(ascii(type)).put(data).putInt(0).put(png, PNG_HEADER, png.length - PNG_HEADER).array();
    }

    private static byte[] animation() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                writer.writeToSequence(new IIOImage(picture(BufferedImage.TYPE_BYTE_INDEXED), null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return file.toByteArray();
    }

    /** The target makes the checksums. */
    private static byte[] movingPng(byte[] still) {
        ByteBuffer bytes = ByteBuffer.wrap(still);
        ByteBuffer file = ByteBuffer.allocate(3 * still.length + 200);
        file.put(still, 0, PNG_HEADER);
        file.putInt(8).put(ascii("acTL")).putInt(2).putInt(0).putInt(0);
        control(file, 0, 9, 7, 0, 0);
        int pixels = PNG_HEADER;
        while (bytes.getInt(pixels + 4) != 0x49444154) {
            pixels += 12 + bytes.getInt(pixels);
        }
        int length = bytes.getInt(pixels);
        file.put(still, pixels, 12 + length);
        control(file, 1, 9, 7, 0, 0);
        file.putInt(4 + length).put(ascii("fdAT")).putInt(2).put(still, pixels + 8, length).putInt(0);
        file.putInt(0).put(ascii("IEND")).putInt(0);
        return Arrays.copyOf(file.array(), file.position());
    }

    private static void control(ByteBuffer file, int sequence, int width, int height, int x, int y) {
        file.putInt(26).put(ascii("fcTL")).putInt(sequence).putInt(width).putInt(height).putInt(x).putInt(y)
                .putShort((short) 1).putShort((short) 25).put((byte) 1).put((byte) 1).putInt(0);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** UTF-8. */
    private static final class SeedNames implements NameEncoding {
        @Override
        public String description() {
            return "UTF-8";
        }

        @Override
        public Optional<byte[]> encode(String name) {
            return Optional.of(name.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String decode(byte[] name) {
            return new String(name, StandardCharsets.UTF_8);
        }
    }
}
