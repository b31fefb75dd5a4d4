package io.github.spout4j.cli.films;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What is asked of ffmpeg both where films come from and where they go. */
abstract class FfmpegOptions {
    @Option(names = "--reconnect", order = 101, description = "Begin a stream again whenever it ends or fails.")
    private boolean reconnect;

    @Option(names = "--passphrase-file", order = 102, paramLabel = "FILE", description = "What an srt:// stream is encrypted by, the first line of a file; "
            + "default: the variable SPOUT_PASSPHRASE.")
    private String passphraseFile;

    @Option(names = "--ffmpeg", order = 103, paramLabel = "OPTIONS", converter = FfmpegWords.Converter.class, description = "More options for ffmpeg, in one text: \"-rtsp_transport tcp\".")
    private FfmpegWords ffmpeg;

    boolean reconnect() {
        return reconnect;
    }

    FfmpegWords ffmpeg() {
        return ffmpeg == null ? FfmpegWords.NONE : ffmpeg;
    }

    Optional<String> passphrase(String address) {
        return Passphrase.of(passphraseFile, address);
    }
}
