package io.github.spout4j.library;

import io.github.spout4j.SpoutException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The order of the virtual functions in the builds of SpoutLibrary.dll. On the wire: docs/spoutlibrary-claims.md.
 *
 * @param version the SDK's version, such as "2.007.017"
 * @param slots   all of them, in order
 */
public record VtableLayout(String version, List<Slot> slots) {
    /**
     * Builds on the way from one release to the next: those of 2.007.015 with 143 slots (July and August 2024) still have the order of
     * 2.007.014, one of 2.007.012 with 137 (October 2023) has that of 2.007.013 already.
     */
    private static final List<VtableLayout> KNOWN = List.of(load("2.007.011-126"), load("2.007.012-133"),
            new VtableLayout("2.007.012", load("2.007.013-137").slots()), load("2.007.013-137"),
            load("2.007.014-143"), new VtableLayout("2.007.015", load("2.007.014-143").slots()),
            load("2.007.015-149"), load("2.007.017-170"), load("2.007.017-172"));

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

    /**
     * Makes sure that equal addresses do not speak against this layout: linkers fold functions with the same code, which GetCPU
     * and GetSenderCPU have.
     *
     * @param same whether two slots have the same address
     * @return this
     * @throws SpoutException where GetCPU is folded with something else
     */
    VtableLayout requireFolding(BiPredicate<Integer, Integer> same, Path dll) {
        int getCpu = number("GetCPU()");
        boolean asHere = same.test(getCpu, number("GetSenderCPU()"));
        for (int other = 0; !asHere && other < slots.size(); other++) {
            if (other != getCpu && same.test(getCpu, other)) {
                throw new SpoutException(dll + " has " + slots.size() + " slots as " + this
                        + ", but in another order: the slots " + getCpu + " and " + other
                        + " are one function; spout4j does not know this build and calls no other than it knows");
            }
        }
        return this;
    }

    private int number(String signature) {
        return slots.stream().filter(slot -> slot.signature().equals(signature)).findFirst().orElseThrow().number();
    }

    /** {@return how many slots there are} */
    public int slotCount() {
        return slots.size();
    }

    private static VtableLayout load(String name) {
        String file = "vtable/" + name + ".tsv";
        try (InputStream resource = VtableLayout.class.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            List<Slot> slots = lines.lines().skip(1).filter(line -> !line.isBlank()).map(Slot::parse).toList();
            return new VtableLayout(name.substring(0, name.indexOf('-')), slots);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    @Override
    public String toString() {
        return version + " (" + slots.size() + " slots)";
    }
}
