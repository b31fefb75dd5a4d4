package io.github.spout4j.cli.audit;

import io.github.spout4j.library.Parameter;
import io.github.spout4j.library.Slot;
import io.github.spout4j.library.VtableLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the audit tries, in the order of its table. */
final class AuditPlan {
    private static final int PAST_END = 4;

    private AuditPlan() {}

    /**
     * The probes.
     *
     * @param slots only these; null for all, and for what is past the end and the sequences
     * @param types whether each slot is also called as each {@link CallType}
     */
    static List<Probe> of(VtableLayout layout, SlotRange slots, boolean types) {
        List<Probe> probes = new ArrayList<>();
        for (Slot slot : layout.slots()) {
            if (slots == null || slots.contains(slot.number())) {
                probes.add(probe(Probe.Kind.SLOT, slot, Probe.DECLARED));
                if (types && SlotSafety.reason(slot).isEmpty()) {
                    for (CallType type : CallType.values()) {
                        probes.add(probe(Probe.Kind.TYPE, slot, type.word()));
                    }
                }
            }
        }
        if (slots == null) {
            for (int i = 0; i < PAST_END; i++) {
                probes.add(new Probe(Probe.Kind.PAST_END, layout.slotCount() + i, "past the end", "", "void", ""));
            }
            SequenceProbe.NAMES
                    .forEach(name -> probes.add(new Probe(Probe.Kind.SEQUENCE, -1, name, "", Probe.DECLARED, "")));
        }
        return probes;
    }

    private static Probe probe(Probe.Kind kind, Slot slot, String type) {
        String parameters = slot.parameters().stream().map(Parameter::toString)
                .collect(Collectors.joining(", ", "(", ")"));
        return new Probe(kind, slot.number(), slot.name(), slot.returns() + " " + slot.name() + parameters, type,
                SlotSafety.reason(slot));
    }
}
