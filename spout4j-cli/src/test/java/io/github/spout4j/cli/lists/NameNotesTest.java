package io.github.spout4j.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.FrameRates;
import io.github.spout4j.cli.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameNotesTest {
    private static final SenderInfo SENDER = new SenderInfo("Ätherwelle", 16, 9, 28, Transport.MEMORY, 0, "", 1, false,
            0, false);

    @Test
    void nothingIsToldWhereAllIsShownAndSeen() {
        NameNotes notes = new NameNotes(0, Map.of());
        assertThat(notes.text()).isEmpty();
        assertThat(json(notes)).singleElement()
                .satisfies(object -> assertThat(object.get("nameForSdk")).isNull());
    }

    @Test
    void namesNotShownAreCounted() {
        assertThat(new NameNotes(1, Map.of()).text()).startsWith("1 name not shown");
        assertThat(new NameNotes(2, Map.of()).text()).startsWith("2 names not shown");
    }

    @Test
    void namesThatTheSdkDoesNotSeeHaveAProposal() {
        NameNotes notes = new NameNotes(0, Map.of("Ätherwelle", "A Ätherwelle"));
        assertThat(notes.text().lines()).singleElement().asString().contains("Spout SDK do not see \"Ätherwelle\"",
                "call it \"A Ätherwelle\"");
        assertThat(json(notes)).singleElement()
                .satisfies(object -> assertThat(object.get("nameForSdk")).isEqualTo("A Ätherwelle"));
    }

    private static List<Map<?, ?>> json(NameNotes notes) {
        return Json.objects(SenderJson.of(List.of(SENDER), new FrameRates(), new SenderAdapters(_ -> Optional.empty()),
                notes));
    }
}
