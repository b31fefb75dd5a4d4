package io.github.spout4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.cli.send.Send;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Command;

class FormatNameTest {
    @ParameterizedTest
    @EnumSource
    void everyFormatIsFoundByItsNamesAndInTheHelp(PixelFormat format) {
        assertThat(FormatName.find(format.name())).contains(format);
        assertThat(FormatName.find(FormatName.of(format))).contains(format);
        assertThat(help()).containsPattern("\\b" + format.name().toLowerCase() + "\\b")
                .containsPattern("\\b" + FormatName.of(format) + "\\b");
    }

    @ParameterizedTest
    @CsvSource({"rgba,RGBA8", "bgra,BGRA8", "bgr0,BGRX8", "RGBA64LE,RGBA16", "rgbaf16le,RGBA16F", "gray,R8",
            "x2bgr10le,RGB10A2"})
    void ffmpegsNamesAreKnown(String name, PixelFormat format) {
        assertThat(FormatName.find(name)).contains(format);
        assertThat(FormatName.of(format)).isEqualToIgnoringCase(name);
    }

    @Test
    void othersAreNot() {
        assertThat(List.of("rgb24", "", "sender", "28")).allMatch(name -> FormatName.find(name).isEmpty());
    }

    private static String help() {
        return String.join(" ", Send.class.getAnnotation(Command.class).footer());
    }
}
