package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {
    @Test
    void writesObjectsAndArrays() {
        String json = new JsonWriter().beginArray().beginObject().name("a").value(1).name("b").value(true).end()
                .beginObject().end().beginArray().end().value(Double.NaN).value(0.5).end().toString();
        assertThat(json).isEqualTo("[{\"a\":1,\"b\":true},{},[],null,0.5]");
        assertThat(Json.parse(json)).isInstanceOf(List.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "quote \" backslash \\ slash /", "a\nb\rc\td\0\u001f\u007f", "Zürich 東京 🎥",
            "\u2028"})
    void escapesWhatStringsMayNotHave(String text) {
        String json = new JsonWriter().beginObject().name(text).value(text).end().toString();
        assertThat(json).matches("[ -~]*");
        assertThat(Json.parse(json)).isEqualTo(Map.of(text, text));
    }

    @Test
    void refusesToEndEarly() {
        assertThatIllegalStateException().isThrownBy(() -> new JsonWriter().beginObject().toString());
    }
}
