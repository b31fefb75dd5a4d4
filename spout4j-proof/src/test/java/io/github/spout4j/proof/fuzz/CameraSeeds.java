package io.github.spout4j.proof.fuzz;

import io.github.spout4j.pipewire.FormatPod;
import io.github.spout4j.pixels.CameraFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Inputs of what cameras and programs of PipeWire send. */
final class CameraSeeds {
    private static final int WIDTH = 9;
    private static final int HEIGHT = 7;
    private static final int HOW_MANY_WAYS = 3;

    private final Seeds seeds;

    private CameraSeeds(Seeds seeds) {
        this.seeds = seeds;
    }

    static void write(Seeds seeds) throws IOException {
        CameraSeeds cameras = new CameraSeeds(seeds);
        cameras.jpegs();
        for (CameraFormat format : CameraFormat.values()) {
            for (int told = 0; told < HOW_MANY_WAYS; told++) {
                seeds.put(Target.CAMERA_PIXELS, "whole-" + format + "-" + told, pixels(format, told));
            }
        }
        cameras.formats();
    }

    private void jpegs() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < WIDTH; i++) {
            image.setRGB(i, i % HEIGHT, 0x3060C0 * i);
        }
        ImageIO.write(image, "jpeg", file);
        byte[] whole = file.toByteArray();
        seeds.put(Target.CAMERA_JPEG, "whole", input(whole));
        seeds.put(Target.CAMERA_JPEG, "without-tables", input(withoutTables(whole)));
    }

    private static byte[] input(byte[] jpeg) {
        return ByteBuffer.allocate(5 + jpeg.length).put((byte) (WIDTH - 1)).put((byte) (HEIGHT - 1)).put((byte) 4)
                .putShort((short) 0).put(jpeg).array();
    }

    private static byte[] withoutTables(byte[] jpeg) {
        ByteBuffer from = ByteBuffer.wrap(jpeg);
        ByteBuffer to = ByteBuffer.allocate(jpeg.length).putShort(from.getShort());
        int marker;
        do {
            int place = from.position();
            marker = from.getShort() & 0xFF;
            int size = from.getShort();
            if (marker != 0xC4) {
                to.put(jpeg, place, 2 + size);
            }
            from.position(place + 2 + size);
        } while (marker != 0xDA);
        to.put(from);
        return Arrays.copyOf(to.array(), to.position());
    }

    private static byte[] pixels(CameraFormat format, int told) {
        int bytes = (int) format.bytes(WIDTH, HEIGHT);
        ByteBuffer input = ByteBuffer.allocate(7 + 6 * Long.BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) format.ordinal()).put((byte) (WIDTH - 1)).put((byte) (HEIGHT - 1)).put((byte) told)
                .put((byte) 4).putShort((short) bytes);
        for (int plane = 0; plane < 3; plane++) {
            boolean there = plane < format.planes();
            input.putLong(there ? format.offset(plane, WIDTH, HEIGHT) : 0)
                    .putLong(there ? format.stride(plane, WIDTH) : 0);
        }
        for (int i = 0; i < bytes; i++) {
            input.put((byte) (i * 37));
        }
        return input.array();
    }

    private void formats() throws IOException {
        seeds.put(Target.VIDEO_FORMAT, "offer", behindLength(FormatPod.offer(11, 1920, 1080)));
        seeds.put(Target.VIDEO_FORMAT, "wish", behindLength(FormatPod.wish(12, 8, 11)));
        seeds.put(Target.VIDEO_FORMAT, "jpegs", behindLength(FormatPod.jpegs()));
    }

    private static byte[] behindLength(byte[] pod) {
        return Arrays.copyOfRange(pod, Integer.BYTES, pod.length);
    }
}
