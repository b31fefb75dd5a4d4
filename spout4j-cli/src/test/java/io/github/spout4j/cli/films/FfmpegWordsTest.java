package io.github.spout4j.cli.films;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class FfmpegWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {"``#``", "`  `#``", "-an -sn#-an|-sn",
            "-vf 'a b'#-vf|a b",
            "-vf \"a 'b'\"#-vf|a 'b'", "a\\ b c#a b|c", "a\\\\b#a\\b", "'a\\b'#a\\b", "\"C:\\films\"#C:\\films",
            "\"a\\\"b\"#a\"b", "-x '' y#-x||y", "a'b'\"c\"#abc", "a;b|c#a;b|c", "$(x) &#$(x)|&"})
    void areSplitAsAShellWouldWithoutItsDangers(String text, String words) {
        assertThat(String.join("|", FfmpegWords.of(text == null ? "" : text).words()))
                .isEqualTo(words == null ? "" : words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a", "\"a", "a 'b c", "\"a\\\"", "a\\"})
    void whatIsNotClosedIsRefused(String text) {
        assertThatThrownBy(() -> FfmpegWords.of(text)).isInstanceOf(TypeConversionException.class)
                .hasMessageContaining(text);
    }
}
