package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.NameBytes;
import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderTable;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.protocol.SharedTextureInfoCodec;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The active sender. An input: how the senders are (1 byte: the last owner died, the named one lives, and is listed), the memory with its
 * name.
 */
public final class ActiveSenderTarget {
    private static final int ABANDONED = 1;
    private static final int NAMED_LIVES = 2;
    private static final int NAMED_LISTED = 4;
    private static final int SLOTS = 4;

    private ActiveSenderTarget() {}

    /** Asks who it is, and makes another one that. */
    public static void fuzzerTestOneInput(byte[] data) {
        Given given = new Given(data);
        int flags = given.small();
        byte[] rest = given.rest();
        MemorySegment active = Given.memory(rest);
        Optional<NameBytes> named = rest.length < NameBytes.FIELD ? Optional.empty() : NameBytes.read(active, 0);
        GivenObjects objects = new GivenObjects((flags & ABANDONED) != 0).put(ObjectNames.ACTIVE_SENDER, active);
        GivenSystem system = new GivenSystem(objects, SLOTS);
        SenderName other = SenderName.of("other", system.names());
        TreeSet<NameBytes> listed = new TreeSet<>();
        listed.add(other.bytes());
        MemorySegment info = Given.memory(SharedTextureInfoCodec.SIZE);
        SharedTextureInfoCodec.write(SharedTextureInfo.ofMemory(1, 1, DxgiFormat.R8_UNORM, ""), info, 0,
                system.names());
        objects.put(ObjectNames.info(other), info);
        Optional<SenderName> name = named.flatMap(bytes -> SenderName.of(bytes, system.names()));
        if ((flags & NAMED_LISTED) != 0) {
            named.ifPresent(listed::add);
        }
        boolean lives = (flags & NAMED_LIVES) != 0;
        if (lives) {
            name.ifPresent(alive -> objects.put(ObjectNames.info(alive), info));
        }
        MemorySegment directory = Given.memory(SenderTable.bytes(SLOTS));
        SenderTable.encode(listed, directory);
        objects.put(ObjectNames.SENDER_DIRECTORY, directory);
        try (SenderNames names = new SenderNames(system)) {
            SenderName seen = names.active().get().orElseThrow();
            Must.hold(seen.equals(name.filter(_ -> lives).orElse(other))
                    || (flags & NAMED_LISTED) != 0 && lives && name.isPresent(),
                    "the active sender is the named one, else one that is listed");
            boolean held = rest.length >= NameBytes.FIELD;
            Must.hold(names.active().set(other) == held, "another one can be made the active one");
            if (held) {
                Must.hold(names.active().get().orElseThrow().equals(other), "and is it then");
            }
        }
    }
}
