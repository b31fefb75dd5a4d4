package io.github.spout4j.cli.audit;

import io.github.spout4j.SpoutException;
import io.github.spout4j.library.SpoutLibraryDll;
import io.github.spout4j.library.SpoutObject;
import io.github.spout4j.library.VtableLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * What is seen of a DLL before any slot is called.
 *
 * @param slotCount how many pointers to code follow each other in the vtable
 * @param versions  what its read-only data names
 * @param offsets   where each slot's function is, from the DLL's beginning
 * @param layout    the layout that fits; null where none does
 * @param problem   why none fits; empty where one does
 */
record Inspection(int slotCount, List<String> versions, List<Long> offsets, VtableLayout layout, String problem) {

    /** Inspects it in this process. */
    static void tell(SpoutLibraryDll dll, ProbeLines out) {
        SpoutObject object = dll.newObject();
        out.write("slots", object.slotCount());
        dll.image().versions().forEach(version -> out.write("version", version));
        for (int slot = 0; slot < object.slotCount(); slot++) {
            out.write("offset", object.function(slot).address() - dll.base());
        }
        try {
            out.write("layout", object.layout());
        } catch (SpoutException e) {
            out.write("unknown", e.getMessage());
        }
    }

    /** Of what a process told. */
    static Inspection read(List<List<String>> lines) {
        int slotCount = 0;
        String problem = "";
        VtableLayout layout = null;
        List<String> versions = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        for (List<String> line : lines) {
            switch (line.getFirst()) {
                case "slots" -> slotCount = Integer.parseInt(line.get(1));
                case "version" -> versions.add(line.get(1));
                case "offset" -> offsets.add(Long.parseLong(line.get(1)));
                case "layout" -> layout = VtableLayout.known().stream()
                        .filter(known -> known.toString().equals(line.get(1))).findFirst().orElseThrow();
                case "unknown" -> problem = line.get(1);
                default -> {
                    // told for other reasons
                }
            }
        }
        return new Inspection(slotCount, versions, offsets, layout, problem);
    }
}
