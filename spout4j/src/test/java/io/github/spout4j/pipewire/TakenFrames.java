package io.github.spout4j.pipewire;

import io.github.spout4j.pipewire.GstFormat.Plane;

/** What GStreamer gets of {@link NumberedFrames}: the same bytes, or those of RGBA8 in the order BGRA or BGRx, with rows as it lays them out. */
record TakenFrames(NumberedFrames sent, GstFormat format) {
    private static final int CHANNELS = 4;
    private static final int ALPHA = 3;

    GstVideo video() {
        return new GstVideo(format, sent.width(), sent.height(), 1);
    }

    /** Which it is, after every pixel was compared. */
    int number(byte[] taken) {
        byte[] rows = rows(video(), taken);
        return sent.number(sent.format() == format.pixels().orElseThrow() ? rows : turned(rows));
    }

    /** A frame of one plane without the bytes between its rows. */
    static byte[] rows(GstVideo video, byte[] taken) {
        if (taken.length != video.bytes()) {
            throw new AssertionError("a frame has " + taken.length + " bytes of " + video.bytes());
        }
        Plane plane = video.format().planes(video.width(), video.height()).getFirst();
        byte[] rows = new byte[plane.bytes() * plane.rows()];
        for (int y = 0; y < plane.rows(); y++) {
            System.arraycopy(taken, plane.offset() + y * plane.stride(), rows, y * plane.bytes(), plane.bytes());
        }
        return rows;
    }

    /** RGBA of BGRA; of BGRx, where the last byte must be 255, with the alpha that was sent. */
    private byte[] turned(byte[] rows) {
        byte[] turned = rows.clone();
        for (int i = 0; i < turned.length; i += CHANNELS) {
            turned[i] = rows[i + 2];
            turned[i + 2] = rows[i];
        }
        if (format == GstFormat.BGRx) {
            byte[] whole = sent.frame(turned[0] & 0xFF | (turned[1] & 0xFF) << 8 | (turned[2] & 0xFF) << 16);
            for (int i = ALPHA; i < turned.length; i += CHANNELS) {
                if (turned[i] != -1) {
                    throw new AssertionError("pixel " + i / CHANNELS + " of a BGRx frame ends with " + turned[i]);
                }
                turned[i] = whole[i];
            }
        }
        return turned;
    }
}
