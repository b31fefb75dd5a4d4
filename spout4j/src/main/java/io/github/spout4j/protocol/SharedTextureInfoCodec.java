package io.github.spout4j.protocol;

import io.github.spout4j.kernel.NameEncoding;

import io.github.spout4j.kernel.PausePoint;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The 280 bytes of a {@link SharedTextureInfo} (docs/protocol.md: Sender info). Any bytes can be read. */
public final class SharedTextureInfoCodec {
    /** Bytes of the whole. */
    public static final int SIZE = 280;

    private static final OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int SHARE_HANDLE = 0;
    private static final int WIDTH = 4;
    private static final int HEIGHT = 8;
    private static final int FORMAT = 12;
    private static final int USAGE = 16;
    private static final int DESCRIPTION = 20;
    private static final int DESCRIPTION_SIZE = 256;
    private static final int PARTNER_ID = DESCRIPTION + DESCRIPTION_SIZE;

    private SharedTextureInfoCodec() {}

    public static SharedTextureInfo read(MemorySegment memory, long offset, NameEncoding encoding) {
        MemorySegment m = memory.asSlice(offset, SIZE);
        return new SharedTextureInfo(m.get(U32, SHARE_HANDLE), m.get(U32, WIDTH), m.get(U32, HEIGHT),
                m.get(U32, FORMAT), m.get(U32, USAGE), readDescription(m, encoding), m.get(U32, PARTNER_ID));
    }

    /** A description that the field does not hold is cut, one that the encoding does not know is left empty. */
    public static void write(SharedTextureInfo info, MemorySegment memory, long offset, NameEncoding encoding) {
        byte[] description = fit(info.description(), encoding);
        MemorySegment m = memory.asSlice(offset, SIZE);
        m.set(U32, SHARE_HANDLE, info.shareHandle());
        m.set(U32, WIDTH, info.width());
        PausePoint.INFO_HALF_CHANGED.pass();
        m.set(U32, HEIGHT, info.height());
        m.set(U32, FORMAT, info.format());
        m.set(U32, USAGE, info.usage());
        MemorySegment.copy(description, 0, m, ValueLayout.JAVA_BYTE, DESCRIPTION, description.length);
        m.asSlice(DESCRIPTION + description.length, DESCRIPTION_SIZE - description.length).fill((byte) 0);
        m.set(U32, PARTNER_ID, info.partnerId());
    }

    static int shareHandle(MemorySegment memory) {
        return memory.get(U32, SHARE_HANDLE);
    }

    static int width(MemorySegment memory) {
        return memory.get(U32, WIDTH);
    }

    static int height(MemorySegment memory) {
        return memory.get(U32, HEIGHT);
    }

    static int format(MemorySegment memory) {
        return memory.get(U32, FORMAT);
    }

    private static String readDescription(MemorySegment m, NameEncoding encoding) {
        byte[] field = m.asSlice(DESCRIPTION, DESCRIPTION_SIZE).toArray(ValueLayout.JAVA_BYTE);
        int length = 0;
        while (length < field.length && field[length] != 0) {
            length++;
        }
        return encoding.decode(Arrays.copyOf(field, length));
    }

    private static byte[] fit(String description, NameEncoding encoding) {
        int nul = description.indexOf('\0');
        String text = nul < 0 ? description : description.substring(0, nul);
        text = text.substring(0, Math.min(text.length(), DESCRIPTION_SIZE));
        for (;;) {
            byte[] bytes = encoding.encode(text).orElseGet(() -> new byte[0]);
            if (bytes.length < DESCRIPTION_SIZE) {
                return bytes;
            }
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
    }
}
