package io.github.spout4j.library;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Where a loaded DLL has each function of the SDK: looked up once. */
final class Functions {
    private final String build;
    private final MemorySegment[] addresses = new MemorySegment[Sdk.values().length];

    /**
     * Finds them.
     *
     * @param build     the DLL, for people
     * @param addressOf the address in a slot
     */
    Functions(String build, VtableLayout layout, IntFunction<MemorySegment> addressOf) {
        this.build = build;
        Map<String, Integer> slots = new HashMap<>();
        layout.slots().forEach(slot -> slots.put(slot.signature(), slot.number()));
        for (Sdk function : Sdk.values()) {
            Integer slot = slots.get(function.signature());
            addresses[function.ordinal()] = slot == null ? null : addressOf.apply(slot);
        }
    }

    boolean has(Sdk function) {
        return addresses[function.ordinal()] != null;
    }

    /** @throws MissingSlotException where this build has no such function */
    MemorySegment address(Sdk function) {
        MemorySegment address = addresses[function.ordinal()];
        if (address == null) {
            throw missing(function);
        }
        return address;
    }

    private MissingSlotException missing(Sdk function) {
        return new MissingSlotException(
                function.signature() + " is not in this build of SpoutLibrary.dll: " + build);
    }

    String build() {
        return build;
    }
}
