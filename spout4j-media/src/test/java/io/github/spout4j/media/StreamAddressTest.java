package io.github.spout4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people write them, and as ffmpeg takes them. */
class StreamAddressTest {
    private static String address(String text) {
        return StreamAddress.address(Location.ofInput(text, null), Optional.empty(), false);
    }

    @ParameterizedTest
    @CsvSource({"srt://:9000,srt://0.0.0.0:9000?mode=listener&latency=120000&listen_timeout=10000000",
            "srt://:9000?mode=caller,srt://0.0.0.0:9000?mode=caller&latency=120000",
            "srt://studio:9000,srt://studio:9000?latency=120000",
            "srt://studio:9000?latency=5&streamid=a,srt://studio:9000?latency=5&streamid=a",
            "srt://studio:9000?passphrase=0123456789&latency=5,srt://studio:9000?latency=5",
            "srt://studio:9000?latency=5&passphrase=0123456789,srt://studio:9000?latency=5",
            "udp://:5000,udp://0.0.0.0:5000",
            "udp://@:5000,udp://0.0.0.0:5000", "tcp://:7000,tcp://0.0.0.0:7000?listen=1&listen_timeout=10000",
            "rtsp://a/b,rtsp://a/b"})
    void whatFfmpegIsTold(String text, String told) {
        assertThat(address(text)).isEqualTo(told);
    }

    /** So that no ffmpeg waits for ever when the program that would begin it again was killed. */
    @ParameterizedTest
    @CsvSource({"srt://:9000,listen_timeout=10000000", "srt://a:9000?mode=listener,listen_timeout=10000000",
            "tcp://:9000,listen_timeout=10000", "udp://:9000,timeout=10000000"})
    void whoWaitsDoesSoForAWhile(String text, String told) {
        Location location = Location.ofInput(text, null);
        assertThat(StreamAddress.address(location, Optional.empty(), true)).endsWith(told);
    }

    @Test
    void theLatencyIsInMicroseconds() {
        assertThat(
                StreamAddress.address(Location.ofInput("srt://a:1", null), Optional.of(Duration.ofMillis(80)), false))
                .isEqualTo("srt://a:1?latency=80000");
    }

    @Test
    void aPassphraseIsOfTheAddressOrBesideIt() {
        Location with = Location.ofInput("srt://a:1?passphrase=0123456789", null);
        assertThat(StreamAddress.passphrase(with, Optional.empty())).contains("0123456789");
        assertThat(StreamAddress.passphrase(with, Optional.of("another one"))).contains("another one");
        assertThat(StreamAddress.passphrase(Location.ofInput("srt://a:1", null), Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "", "0123456789\n",
            "01234567890123456789012345678901234567890123456789012345678901234567890123456789",
            "pässword12"})
    void aBadOneIsToldAndNotShown(String secret) {
        assertThatExceptionOfType(FilmException.class)
                .isThrownBy(() -> StreamAddress.passphrase(Location.ofInput("srt://a:1", null), Optional.of(secret)))
                .matches(FilmException::badInput)
                .matches(e -> secret.isEmpty() || !e.getMessage().contains(secret));
        assertThatExceptionOfType(FilmException.class)
                .isThrownBy(
                        () -> StreamAddress.passphrase(Location.ofInput("udp://a:1", null), Optional.of("0123456789")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"srt://", "srt://host", "srt://host:", "srt://host:0", "srt://host:70000", "udp://:",
            "tcp://1.2.3.4",
            "srt://host/9000"})
    void aPortThatIsMissingIsTold(String text) {
        assertThatExceptionOfType(FilmException.class)
                .isThrownBy(() -> Location.ofInput(text, null).requireReadable()).withMessageContaining("port")
                .matches(FilmException::badInput);
    }

    @ParameterizedTest
    @ValueSource(strings = {"srt://:9000", "srt://[::1]:9000?mode=caller", "udp://239.0.0.1:5000",
            "rtmp://host/app/key", "rtsp://h",
            "http://h/a.m3u8"})
    void whatIsWell(String text) {
        assertThat(Location.ofInput(text, null).requireReadable().kind()).isEqualTo(Location.Kind.STREAM);
    }

    @Test
    void aDriveIsNoScheme() {
        assertThat(Location.isUrl("C:\\films\\a.mp4")).isFalse();
        assertThat(Location.isUrl("c://films/a.mp4")).isFalse();
    }
}
