package io.github.spout4j.opengl.testing;

import io.github.spout4j.opengl.context.AnyGl;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Every number of a context that could be changed by who reads or writes pixels. What a context does not know is left out. */
public record StateDump(Map<String, String> numbers) {
    private static final int MOST = 16;
    private static final int UNITS = 4;
    private static final int ACTIVE_TEXTURE = 0x84E0;
    private static final int TEXTURE0 = 0x84C0;

    /** Pixel store, bindings, framebuffers, buffers, masks, clears, blending, depth, stencil, viewport, scissor, raster and pixel transfer. */
    private static final int[] NAMES = {0x0CF0, 0x0CF1, 0x0CF2, 0x0CF3, 0x0CF4, 0x0CF5, 0x806D, 0x806E, 0x0D00, 0x0D01,
            0x0D02, 0x0D03,
            0x0D04, 0x0D05, 0x806B, 0x806C, 0x8758, 0x88ED, 0x88EF, 0x8894, 0x8895, 0x8A28, 0x8F36, 0x8F37, 0x8C8F,
            0x8CA6, 0x8CAA,
            0x8CA7, 0x0C02, 0x0C01, 0x8825, 0x8826, 0x8B8D, 0x85B5, 0x8CAA, 0x84E0, 0x0BA2, 0x0C10, 0x0C11, 0x0C23,
            0x0C22, 0x0B70,
            0x0B71, 0x0B72, 0x0B73, 0x0B74, 0x0B91, 0x0B92, 0x0B93, 0x0B97, 0x0B98, 0x0BE2, 0x80C8, 0x80C9, 0x80CA,
            0x80CB, 0x8009,
            0x883D, 0x8005, 0x0BF2, 0x0BF0, 0x0B44, 0x0B45, 0x0B46, 0x0BD0, 0x8DB9, 0x891C, 0x891A, 0x891B, 0x809D,
            0x809E, 0x80A0,
            0x8C89, 0x8037, 0x8038, 0x2A00, 0x2A01, 0x2A02, 0x0B21, 0x0B11, 0x0B40, 0x0D10, 0x0D11, 0x0D14, 0x0D15,
            0x0D16, 0x0D17,
            0x0D18, 0x0D19, 0x0D1A, 0x0D1B, 0x0D1C, 0x0D1D, 0x0D1E, 0x0D1F, 0x0BA0, 0x0B00, 0x0BA6, 0x0BA7, 0x0C00,
            0x0B02, 0x8B8D,
            0x8919, 0x8E26, 0x8F9D, 0x92E0, 0x8242, 0x2600, 0x0B53, 0x0BB0, 0x0BB1};
    private static final int[] OF_EACH_UNIT = {0x8068, 0x8069, 0x806A, 0x84F6, 0x8C1C, 0x8C1D, 0x8514, 0x9104, 0x9105,
            0x8C2C, 0x8919};

    /** Of the context that is current. */
    public static StateDump of(boolean es) {
        Map<String, String> numbers = new TreeMap<>();
        MemorySegment memory = Arena.ofAuto().allocate(ValueLayout.JAVA_FLOAT, MOST);
        for (int name : NAMES) {
            ask(numbers, "", name, memory);
        }
        memory.fill((byte) 0);
        AnyGl.call("glGetIntegerv", ACTIVE_TEXTURE, memory.address());
        int active = memory.get(ValueLayout.JAVA_INT, 0);
        for (int unit = 0; unit < UNITS; unit++) {
            AnyGl.call("glActiveTexture", TEXTURE0 + unit);
            for (int name : OF_EACH_UNIT) {
                ask(numbers, "unit " + unit + " ", name, memory);
            }
        }
        AnyGl.call("glActiveTexture", active);
        if (AnyGl.errors().isEmpty()) {
            return new StateDump(numbers);
        }
        throw new AssertionError("errors after looking at the state");
    }

    private static void ask(Map<String, String> numbers, String where, int name, MemorySegment memory) {
        memory.fill((byte) 0x7E);
        AnyGl.call("glGetFloatv", name, memory.address());
        if (AnyGl.errors().isEmpty()) {
            numbers.put(where + "0x" + Integer.toHexString(name),
                    Arrays.toString(memory.toArray(ValueLayout.JAVA_FLOAT)));
        }
    }

    public int size() {
        return numbers.size();
    }
}
