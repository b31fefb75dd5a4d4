package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spout4j.SpoutException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the vtable's layouts. */
class VtableLayoutTest {
    private static final Path DLL = Path.of("SpoutLibrary.dll");

    static List<VtableLayout> known() {
        return VtableLayout.known();
    }

    @Test
    void theKnownLayouts() {
        assertThat(VtableLayout.known()).map(VtableLayout::toString).containsExactly("2.007.011 (126 slots)",
                "2.007.012 (133 slots)", "2.007.013 (137 slots)", "2.007.014 (143 slots)",
                "2.007.015 (143 slots, without graphics preference)", "2.007.015 (149 slots)",
                "2.007.017 (170 slots)", "2.007.017 (172 slots)");
    }

    @ParameterizedTest
    @MethodSource("known")
    void slotsAreNumberedInOrderAndNoSignatureIsThereTwice(VtableLayout layout) {
        assertThat(layout.slots()).map(Slot::number)
                .containsExactlyElementsOf(IntStream.range(0, layout.slotCount()).boxed().toList());
        assertThat(layout.slots()).map(Slot::signature).doesNotHaveDuplicates();
        assertThat(layout.slots().getFirst().signature()).isEqualTo("SetSenderName(const char*)");
        assertThat(layout.slots().getLast().signature()).isEqualTo("Release()");
    }

    @Test
    void withoutTheGraphicsPreferenceWhatFollowsMovesUp() {
        VtableLayout without = VtableLayout.find(143, Set.of("2.007.015"), DLL);
        assertThat(without.rs4()).isFalse();
        assertThat(without.slots()).noneMatch(slot -> slot.name().equals("IsPreferenceAvailable"));
        assertThat(without.slots()).filteredOn(slot -> slot.name().equals("CreateOpenGL")).singleElement()
                .returns(127, Slot::number);
    }

    @Test
    void countAndVersionTogetherTellTheLayout() {
        assertThat(VtableLayout.find(143, Set.of("2.007.014"), DLL)).returns("2.007.014", VtableLayout::version);
        assertThat(VtableLayout.find(172, Set.of(), DLL)).returns("2.007.017", VtableLayout::version);
        assertThatThrownBy(() -> VtableLayout.find(143, Set.of(), DLL)).isInstanceOf(SpoutException.class)
                .hasMessageContaining("names no version");
        assertThatThrownBy(() -> VtableLayout.find(172, Set.of("2.007.016"), DLL))
                .hasMessageContaining("2.007.016");
    }

    @Test
    void anUnknownCountIsNeverGuessed() {
        assertThatThrownBy(() -> VtableLayout.find(171, Set.of("2.007.017"), DLL))
                .isInstanceOf(SpoutException.class).hasMessageContaining("SpoutLibrary.dll")
                .hasMessageContaining("171 slots").hasMessageContaining("2.007.011 (126 slots)")
                .hasMessageContaining("2.007.017 (172 slots)");
    }

    @Test
    void theSlotsThatCannotBeToldByDeclarationOrder() {
        List<Slot> slots = VtableLayout.find(172, Set.of(), DLL).slots();
        assertThat(slots.get(7)).hasToString("7 std::string GetName(std::string)");
        assertThat(slots.get(8)).hasToString("8 const char* GetName()");
        assertThat(slots.get(20)).hasToString("20 bool ReceiveImage(unsigned char*, GLenum, bool, GLuint)");
        assertThat(slots.get(98)).hasToString("98 bool FindSubKey(HKEY, const char*)");
        assertThat(slots.get(105)).hasToString("105 std::string GetPath(std::string)");
    }

    @Test
    void parametersKnowHowTheyTravel() {
        List<Slot> slots = VtableLayout.find(172, Set.of(), DLL).slots();
        assertThat(slots.get(114).parameters()).map(Parameter::type).containsExactly(NativeType.TEXT,
                NativeType.INT_REFERENCE, NativeType.INT_REFERENCE, NativeType.HANDLE_REFERENCE,
                NativeType.INT_REFERENCE);
        assertThat(slots.get(76).parameters()).map(Parameter::type).containsExactly(NativeType.HANDLE,
                NativeType.TEXT, NativeType.TEXT, NativeType.INT, NativeType.STRINGS, NativeType.INT_REFERENCE);
        assertThat(slots.get(70).isVariadic()).isTrue();
        assertThat(slots.get(70).descriptor())
                .isEqualTo(FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        assertThat(slots.get(7).descriptor()).as("this, memory for the result, argument")
                .isEqualTo(FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS));
        assertThat(slots.get(6).descriptor()).as("al only")
                .isEqualTo(FunctionDescriptor.of(ValueLayout.JAVA_BYTE, ValueLayout.JAVA_LONG));
    }
}
