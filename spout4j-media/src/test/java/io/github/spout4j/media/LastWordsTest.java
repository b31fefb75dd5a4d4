package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** What is made of ffmpeg's lines. */
class LastWordsTest {
    private static LastWords of(String... lines) {
        return new LastWords(new BufferedReader(new StringReader(String.join("\n", lines))));
    }

    @Test
    void theLastComplaintThatSaysSomething() {
        assertThat(of("[warning] a", "[mp4 @ 0x55d] [error] b", "[info] c").complaint()).contains("b");
        assertThat(of("[error] Unrecognized option 'x'.", "[fatal] Error splitting the argument list: Option not found")
                .complaint()).contains("Unrecognized option 'x'.");
        assertThat(of("[error] first", "[error] Conversion failed!").complaint()).contains("first");
        assertThat(of("[error] Conversion failed!").complaint()).contains("Conversion failed!");
        assertThat(of("[warning] a", "no level at all", "").complaint()).isEmpty();
        assertThat(of("[error] " + "x".repeat(10_000)).complaint().orElseThrow()).hasSize(301);
    }

    @Test
    void aBadPassphraseIsSaidInPlainWords() {
        assertThat(of(
                "22:42:17.8/SRT:RcvQ:w1!W:SRT.cn: processAsyncConnectRequest: REJECT: Incorrect passphrase - not processing",
                "[error] srt://a:1: Input/output error").complaint())
                .contains("the passphrase is not that of the other side");
    }

    @Test
    void soundIsHeardOf() {
        LastWords with = of("[info]   Stream #0:0[0x1]: Video: h264", "[info]   Stream #0:1(und): Audio: aac");
        with.complaint();
        assertThat(with.sound()).isTrue();
        LastWords without = of("[info]   Stream #0:0: Video: h264");
        without.complaint();
        assertThat(without.sound()).isFalse();
    }

    @Test
    void complaintsAreSaidWithoutTheName() {
        Location film = Location.ofInput("a.mp4", null);
        assertThat(Complaints.of(film.argument() + ": Invalid data found when processing input", film))
                .isEqualTo("ffmpeg finds no film in it");
        assertThat(Complaints.of("something else about " + film.argument(), film)).isEqualTo("something else about it");
        Location stream = Location.ofInput("tcp://h:1", null);
        assertThat(Complaints.of("Connection to tcp://h:1?timeout=0 failed: Connection refused", stream))
                .startsWith("nobody answers");
    }
}
