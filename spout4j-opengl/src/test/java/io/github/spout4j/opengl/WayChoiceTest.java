package io.github.spout4j.opengl;

import static io.github.spout4j.opengl.GlWay.DX_INTEROP;
import static io.github.spout4j.opengl.GlWay.MEMORY_OBJECTS;
import static io.github.spout4j.opengl.GlWay.PIXEL_BUFFERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.spout4j.Alpha;
import io.github.spout4j.SpoutException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which way frames go, by what the context has and what is asked for. */
class WayChoiceTest {
    private static final Optional<String> MEMORY_SHARE = Optional.of("the sender uses memory share");
    private static final Set<GlWay> ALL = EnumSet.allOf(GlWay.class);

    @ParameterizedTest
    @CsvSource({"true, true, DX_INTEROP", "true, false, DX_INTEROP", "false, true, MEMORY_OBJECTS",
            "false, false, PIXEL_BUFFERS"})
    void theBestThatThereIs(boolean interop, boolean memoryObjects, GlWay expected) {
        Set<GlWay> offered = EnumSet.of(PIXEL_BUFFERS);
        if (interop) {
            offered.add(DX_INTEROP);
        }
        if (memoryObjects) {
            offered.add(MEMORY_OBJECTS);
        }
        assertThat(WayChoice.of("it", offered, Optional.empty(), Optional.empty())).isEqualTo(expected);
        assertThat(WayChoice.of("it", offered, MEMORY_SHARE, Optional.empty())).isEqualTo(PIXEL_BUFFERS);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAskedFor(GlWay wanted) {
        assertThat(WayChoice.of("it", ALL, Optional.empty(), Optional.of(wanted))).isEqualTo(wanted);
    }

    @ParameterizedTest
    @EnumSource(names = {"DX_INTEROP", "MEMORY_OBJECTS"})
    void whatIsAskedForAndIsNotThere(GlWay wanted) {
        assertThatExceptionOfType(SpoutException.class)
                .isThrownBy(() -> WayChoice.of("the GlSender of \"Lines\"", EnumSet.of(PIXEL_BUFFERS), Optional.empty(),
                        Optional.of(wanted)))
                .withMessageContaining("Lines").withMessageContaining(wanted.toString())
                .withMessageContaining(wanted == DX_INTEROP ? "WGL_NV_DX_interop2" : "GL_EXT_memory_object_win32");
        assertThatExceptionOfType(SpoutException.class)
                .isThrownBy(() -> WayChoice.of("it", ALL, MEMORY_SHARE, Optional.of(wanted)))
                .withMessageContaining("memory share");
    }

    @Test
    void alphaIsConvertedInMemory() {
        assertThat(WayChoice.conversion(Alpha.STRAIGHT, Alpha.STRAIGHT)).isEmpty();
        assertThat(WayChoice.conversion(Alpha.STRAIGHT, Alpha.PREMULTIPLIED)).hasValueSatisfying(
                why -> assertThat(why).contains("STRAIGHT").contains("PREMULTIPLIED"));
    }
}
