package io.github.spout4j.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.spout4j.SpoutException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no SpoutLibrary.dll, and DLLs that nobody knows: each ends in a sentence. */
class BrokenDllTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "broken/text         | is no DLL: it does not begin with MZ",
            "broken/truncated    | SpoutLibrary.dll",
            "broken/32-bit       | is for 32-bit programs; 64-bit ones need that of the folder for x64",
            "broken/no-get-spout | it does not export GetSpout",
            "broken/none         | there is no file"})
    void theFileIsRefusedBeforeItIsLoaded(String name, String message) {
        Path dll = StandIn.dll(name);
        assertThatExceptionOfType(SpoutException.class).isThrownBy(() -> PeImage.read(dll).requireGetSpout())
                .withMessageContaining(message).withMessageContaining(dll.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "broken/null-object | GetSpout returned no object",
            "broken/no-vtable   | has a vtable of 0 slots",
            "unknown-171        | has a vtable of 171 slots and names the version 2.007.017; spout4j knows 2.007.011"})
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "SpoutLibrary.dll is a Windows DLL")
    void theObjectIsRefusedBeforeASlotIsCalled(String name, String message) {
        Path dll = StandIn.dll(name);
        assertThatExceptionOfType(SpoutException.class)
                .isThrownBy(() -> SpoutLibraryDll.load(dll).newObject().layout()).withMessageContaining(message)
                .withMessageContaining(dll.toString());
    }

    @Test
    @EnabledOnOs(value = OS.WINDOWS, disabledReason = "SpoutLibrary.dll is a Windows DLL")
    void aLayoutThatIsNotKnownHasNotBeenCalled() {
        SpoutLibraryDll dll = SpoutLibraryDll.load(StandIn.dll("unknown-171"));
        dll.newObject();
        assertThat(new StandIn(dll.file()).callCount()).isZero();
    }
}
