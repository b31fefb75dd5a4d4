package io.github.spout4j.library;

import io.github.spout4j.SpoutException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order of the virtual functions in the builds of SpoutLibrary.dll. On the wire: docs/spoutlibrary-claims.md.
 *
 * @param version the SDK's version, such as "2.007.017"
 * @param rs4     whether the slots of the graphics preference are there (built with NTDDI_WIN10_RS4), or never were
 * @param slots   all of them, in order
 */
public record VtableLayout(String version, boolean rs4, List<Slot> slots) {
    private static final List<VtableLayout> KNOWN = Stream.concat(
            Stream.of("2.007.011-126", "2.007.012-133", "2.007.013-137", "2.007.014-143")
                    .map(VtableLayout::load),
            Stream.of(load("2.007.015-149").withoutRs4(), load("2.007.015-149"), load("2.007.017-170"),
                    load("2.007.017-172")))
            .toList();

    /** {@return all layouts that spout4j knows, older ones first} */
    public static List<VtableLayout> known() {
        return KNOWN;
    }

    /**
     * The layout of a DLL.
     *
     * @param slotCount how many slots its vtable has
     * @param versions  the versions that its data names; where there are none, the count alone decides if it can
     * @param dll       the file, for the message
     * @return the layout
     * @throws SpoutException where no known layout fits, or more than one; nothing is guessed
     */
    public static VtableLayout find(int slotCount, Collection<String> versions, Path dll) {
        List<VtableLayout> fitting = KNOWN.stream().filter(layout -> layout.slots.size() == slotCount)
                .filter(layout -> versions.isEmpty() || versions.contains(layout.version)).toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw new SpoutException(dll + " has a vtable of " + slotCount + " slots and "
                + (versions.isEmpty()
                        ? "names no version"
                        : "names the version " + String.join(" and ", versions))
                + "; spout4j knows " + KNOWN.stream().map(VtableLayout::toString).collect(Collectors.joining(", "))
                + ", and calls no other, since the wrong slot would crash the program");
    }

    /** {@return how many slots there are} */
    public int slotCount() {
        return slots.size();
    }

    private VtableLayout withoutRs4() {
        List<Slot> kept = new ArrayList<>();
        slots.stream().filter(slot -> !slot.rs4Only()).forEach(slot -> kept.add(slot.at(kept.size())));
        return new VtableLayout(version, false, List.copyOf(kept));
    }

    private static VtableLayout load(String name) {
        String file = "vtable/" + name + ".tsv";
        try (InputStream resource = VtableLayout.class.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            List<Slot> slots = lines.lines().skip(1).filter(line -> !line.isBlank()).map(Slot::parse).toList();
            return new VtableLayout(name.substring(0, name.indexOf('-')), true, slots);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    @Override
    public String toString() {
        return version + " (" + slots.size() + " slots" + (rs4 ? "" : ", without graphics preference") + ")";
    }
}
