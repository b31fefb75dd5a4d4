package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.SpoutException;
import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.NameBytes;
import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.SenderInfoMap;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderRegistration;
import io.github.spout4j.protocol.SenderReport;
import io.github.spout4j.protocol.SenderTable;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.protocol.SharedTextureInfoCodec;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * The sender directory. An input: whether the last owner of its mutex died and which names live (1 byte), every sender's info (280),
 * the directory's memory.
 */
public final class DirectoryTarget {
    private static final String OWN = "fuzz";
    private static final int ABANDONED = 1;
    private static final int LIVING = 2;

    private DirectoryTarget() {}

    /** Looks at the directory in all ways, and enters a sender of ours where there is room. */
    public static void fuzzerTestOneInput(byte[] data) {
        Given given = new Given(data);
        int flags = given.small();
        MemorySegment info = Given.memory(given.bytes(SharedTextureInfoCodec.SIZE));
        MemorySegment directory = Given.memory(given.rest());
        checkTable(directory);
        GivenObjects objects = new GivenObjects(name -> lives(name, flags) ? info : null, (flags & ABANDONED) != 0,
                flags).put(ObjectNames.SENDER_DIRECTORY, directory);
        GivenSystem system = new GivenSystem(objects, flags);
        try (SenderNames names = new SenderNames(system)) {
            look(names, system);
            enter(names, system, SenderTable.decode(directory));
        }
    }

    /** Some, so that names of dead senders are among them; ours is nobody else's. */
    private static boolean lives(String name, int flags) {
        return (flags & LIVING) != 0 && name.length() % 2 == 0 && !name.startsWith(OWN);
    }

    private static void checkTable(MemorySegment directory) {
        NavigableSet<NameBytes> names = SenderTable.decode(directory);
        Must.hold(names.size() <= SenderTable.slots(directory.byteSize()), "no more names than slots");
        for (NameBytes name : names) {
            Must.hold(name.length() >= 1 && name.length() <= NameBytes.MAX, "a name has 1 to 255 bytes");
            Must.hold(SenderTable.contains(directory, name), "each name that is read is there");
        }
        MemorySegment written = Given.memory(directory.byteSize());
        SenderTable.encode(names, written);
        Must.hold(SenderTable.decode(written).equals(names), "what is written is read again");
    }

    private static void look(SenderNames names, GivenSystem system) {
        List<SenderName> listed = names.list();
        for (SenderName name : listed) {
            Must.hold(system.names().encode(name.text()).isPresent(), "each listed name can be written");
            Must.hold(names.contains(name), "each listed name is there");
        }
        for (SenderReport report : names.reports()) {
            SharedTextureInfo info = report.info();
            Must.hold(listed.contains(report.name()), "who reports is listed");
            Must.hold(info.problem().isEmpty() && info.frameBytes() > 0, "a report can be used");
            Must.hold(report.frame() >= 0, "a frame's number is none below 0");
        }
        Must.hold(names.unreadable() >= 0 && names.capacity() >= 0, "numbers are none below 0");
        Optional<SenderName> active = names.active().get();
        Must.hold(active.isEmpty() || SenderInfoMap.exists(system.objects(), active.get()), "the active sender lives");
        Must.hold(names.stale().stream().noneMatch(names::contains), "who is dead does not live");
    }

    private static void enter(SenderNames names, GivenSystem system, NavigableSet<NameBytes> before) {
        SenderName own = SenderName.of(OWN, system.names());
        if (before.size() >= names.capacity() || before.contains(own.bytes())) {
            return; // we would wait for others, in vain
        }
        try (SenderRegistration registration = names.register(own,
                SharedTextureInfo.ofMemory(1, 1, DxgiFormat.R8G8B8A8_UNORM, ""))) {
            Must.hold(names.contains(registration.name()), "our sender is there");
            Must.hold(names.list().contains(registration.name()), "our sender is listed");
        } catch (SpoutException _) {
            return; // as documented: no room
        }
        Must.hold(!names.contains(own), "our sender has left");
    }
}
