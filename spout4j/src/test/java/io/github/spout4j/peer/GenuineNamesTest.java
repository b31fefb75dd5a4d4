package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineMethod.FIND_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.testing.UniqueName;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names both sides take, and mean the same by. */
@GenuineTest
class GenuineNamesTest extends AgainstGenuine {
    private static final Charset ANSI = Charset.forName(System.getProperty("native.encoding"));

    private static String ofLength(int length) {
        String unique = UniqueName.of("n");
        return length < unique.length()
                ? unique.substring(unique.length() - length)
                : unique + "x".repeat(length - unique.length());
    }

    private void assertSame(String name) {
        try (SpoutSender sender = spout.sender(name).size(8, 9).open()) {
            assertThat(sender.name()).isEqualTo(name);
            assertThat(genuine.names()).contains(name);
            assertThat(genuine.active()).contains(name);
            assertThat(genuine.info(name)).contains(new GenuineInfo(name, 8, 9, 0, 28));
        }
        assertThat(genuine.createSender(name, 10, 11, 5, 28)).isEqualTo(name);
        assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(name);
        assertThat(spout.senders().active()).map(SenderInfo::name).contains(name);
        assertThat(spout.senders().find(name)).map(SenderInfo::width).contains(10);
        assertThat(genuine.releaseSender(name)).isTrue();
        assertThat(spout.senders().list()).extracting(SenderInfo::name).doesNotContain(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 64, 128, 200, 238, 239})
    void ofAnyLength(int bytes) {
        assertSame(ofLength(bytes));
    }

    /** From 240 bytes on, the SDK cannot name a frame count; from 255 on, not the mutex of the info. */
    @ParameterizedTest
    @ValueSource(ints = {240, 243, 244, 245, 250, 254})
    void itsLongNamesAreSendersHereToo(int bytes) {
        String name = ofLength(bytes);
        genuine.createSender(name, 10, 11, 5, 28);
        assertThat(spout.senders().list()).extracting(SenderInfo::name).contains(name);
        assertThat(spout.senders().find(name)).map(SenderInfo::width).contains(10);
        assertThat(spout.senders().active()).map(SenderInfo::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {240, 243, 244, 245, 250, 254, 255})
    void aLongNameOfOursIsASenderThereOrRefusedWithoutTrace(int bytes) {
        String name = ofLength(bytes);
        try (SpoutSender sender = spout.sender(name).size(8, 9).open()) {
            assertThat(genuine.names()).contains(sender.name());
            assertThat(genuine.info(name)).contains(new GenuineInfo(name, 8, 9, 0, 28));
        } catch (SpoutException | IllegalArgumentException e) {
            assertThat(genuine.isTrue(FIND_NAME, name)).as("listed after %s", e).isFalse();
            assertThat(genuine.info(name)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grüße €", "señal ñ", "a\u00a0b", "with  spaces ", " leading", "100%s%n%d", "a/b:c*d?",
            "..",
            "quote\"'`", "CON", "_mutex"})
    void ofAnyCharacters(String stem) {
        assumeTrue(ANSI.newEncoder().canEncode(stem), ANSI + " lacks some of these characters");
        assertSame(stem + UniqueName.of(""));
    }

    @Test
    void namesThatDifferInCaseAreTwo() {
        String name = UniqueName.of("case");
        genuine.createSender(name.toUpperCase(Locale.ROOT), 8, 8, 5, 28);
        try (SpoutSender sender = spout.sender(name).size(8, 8).open()) {
            assertThat(sender.name()).isEqualTo(name);
            assertThat(genuine.names()).contains(name, name.toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void aFirstCharacterOver127IsTheEndOfItsTableButOursGoesOn() {
        String stem = UniqueName.of("");
        assumeTrue(ANSI.newEncoder().canEncode("é"), ANSI + " lacks é");
        String theirs = "é" + stem;
        genuine.createSender(theirs, 8, 8, 5, 28);
        assertThat(genuine.isTrue(FIND_NAME, theirs)).as("a signed char below 0 ends the table").isFalse();
        assertThat(genuine.info(theirs)).isPresent();
        try (SpoutSender ours = spout.sender("ü" + stem).size(8, 8).open()) {
            List<String> here = spout.senders().list().stream().map(SenderInfo::name).toList();
            assertThat(here).contains(theirs, ours.name());
            assertThat(genuine.names()).doesNotContain(theirs, ours.name());
            assertThat(genuine.info(ours.name())).as("by name it is found").isPresent();
            assertThat(genuine.active()).contains(ours.name());
        }
    }
}
