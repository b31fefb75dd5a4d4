package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Each slot of each layout, called by its descriptor: the stand-in notes what arrived, and answers by what was called. */
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "SpoutLibrary.dll is a Windows DLL")
class SlotCallsTest {
    @TestFactory
    Stream<DynamicContainer> layouts() {
        return StandIn.layouts().stream().map(name -> {
            SpoutLibraryDll dll = SpoutLibraryDll.load(StandIn.dll(name));
            StandIn standIn = new StandIn(dll.file());
            List<Slot> slots = dll.newObject().layout().slots();
            return DynamicContainer.dynamicContainer(name, slots.stream()
                    .map(slot -> DynamicTest.dynamicTest(slot.toString(), () -> call(dll, standIn, slot))));
        });
    }

    /** So that a binding which reads more than al is found out by the other test. */
    @Test
    void aBoolLeavesTheRestOfTheRegisterToChance() {
        SpoutLibraryDll dll = SpoutLibraryDll.load(StandIn.dll("2.007.017-172"));
        SpoutObject object = dll.newObject();
        StandIn standIn = new StandIn(dll.file());
        standIn.probe(true);
        standIn.answerBool(false);
        try {
            assertThat((long) object.call(21, FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG)))
                    .isEqualTo(0xDEADBEEFDEADBE00L);
        } finally {
            standIn.probe(false);
        }
        object.release();
    }

    /** Leaves the stand-in as other tests of this JVM expect it. */
    private static void call(SpoutLibraryDll dll, StandIn standIn, Slot slot) {
        try {
            probe(dll, standIn, slot);
        } finally {
            standIn.probe(false);
        }
    }

    private static void probe(SpoutLibraryDll dll, StandIn standIn, Slot slot) {
        int mistakes = standIn.mistakes();
        for (int round = 0; round < SlotCall.ROUNDS; round++) {
            int blocks = standIn.blocks();
            SpoutObject object = dll.newObject();
            try (Arena arena = Arena.ofConfined()) {
                SlotCall call = new SlotCall(standIn, slot, round, arena);
                Object answer = call.make(object);
                assertThat(standIn.lastCall()).isEqualTo(call.expectedNote());
                call.check(answer);
                call.free();
            }
            if (!slot.name().equals("Release")) {
                object.release();
            }
            assertThat(standIn.blocks()).as("blocks of memory, round " + round).isEqualTo(blocks);
        }
        assertThat(standIn.mistakes()).as("frees of what is no block").isEqualTo(mistakes);
    }
}
