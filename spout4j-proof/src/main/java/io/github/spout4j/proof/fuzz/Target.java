package io.github.spout4j.proof.fuzz;

import io.github.spout4j.proof.fuzz.targets.ActiveSenderTarget;
import io.github.spout4j.proof.fuzz.targets.BmpTarget;
import io.github.spout4j.proof.fuzz.targets.CameraJpegTarget;
import io.github.spout4j.proof.fuzz.targets.CameraPixelsTarget;
import io.github.spout4j.proof.fuzz.targets.ColorProfileTarget;
import io.github.spout4j.proof.fuzz.targets.CommandLineTarget;
import io.github.spout4j.proof.fuzz.targets.DataBufferTarget;
import io.github.spout4j.proof.fuzz.targets.DirectoryTarget;
import io.github.spout4j.proof.fuzz.targets.GifTarget;
import io.github.spout4j.proof.fuzz.targets.JpegTarget;
import io.github.spout4j.proof.fuzz.targets.ObjectFileTarget;
import io.github.spout4j.proof.fuzz.targets.PeImageTarget;
import io.github.spout4j.proof.fuzz.targets.PngTarget;
import io.github.spout4j.proof.fuzz.targets.RawInputTarget;
import io.github.spout4j.proof.fuzz.targets.RingReceiverTarget;
import io.github.spout4j.proof.fuzz.targets.RingSenderTarget;
import io.github.spout4j.proof.fuzz.targets.SenderInfoTarget;
import io.github.spout4j.proof.fuzz.targets.SettingsFileTarget;
import io.github.spout4j.proof.fuzz.targets.TiffTarget;
import io.github.spout4j.proof.fuzz.targets.VideoFormatTarget;
import io.github.spout4j.proof.fuzz.targets.WebpTarget;
import java.util.Locale;

/** The decoders of foreign bytes. */
enum Target {
    DIRECTORY(DirectoryTarget.class, DirectoryTarget::fuzzerTestOneInput, 2048),
    SENDER_INFO(SenderInfoTarget.class, SenderInfoTarget::fuzzerTestOneInput, 1024),
    ACTIVE_SENDER(ActiveSenderTarget.class, ActiveSenderTarget::fuzzerTestOneInput, 512),
    DATA_BUFFER(DataBufferTarget.class, DataBufferTarget::fuzzerTestOneInput, 512),
    RING_RECEIVER(RingReceiverTarget.class, RingReceiverTarget::fuzzerTestOneInput, 2048),
    RING_SENDER(RingSenderTarget.class, RingSenderTarget::fuzzerTestOneInput, 2048),
    OBJECT_FILE(ObjectFileTarget.class, ObjectFileTarget::fuzzerTestOneInput, 2048),
    SETTINGS_FILE(SettingsFileTarget.class, SettingsFileTarget::fuzzerTestOneInput, 1024),
    PE_IMAGE(PeImageTarget.class, PeImageTarget::fuzzerTestOneInput, 1024),
    COMMAND_LINE(CommandLineTarget.class, CommandLineTarget::fuzzerTestOneInput, 512),
    RAW_INPUT(RawInputTarget.class, RawInputTarget::fuzzerTestOneInput, 2048),
    COLOR_PROFILE(ColorProfileTarget.class, ColorProfileTarget::fuzzerTestOneInput, 2048),
    GIF(GifTarget.class, GifTarget::fuzzerTestOneInput, 2048),
    PNG(PngTarget.class, PngTarget::fuzzerTestOneInput, 2048),
    WEBP(WebpTarget.class, WebpTarget::fuzzerTestOneInput, 2048),
    TIFF(TiffTarget.class, TiffTarget::fuzzerTestOneInput, 2048),
    JPEG(JpegTarget.class, JpegTarget::fuzzerTestOneInput, 2048),
    BMP(BmpTarget.class, BmpTarget::fuzzerTestOneInput, 2048),
    CAMERA_JPEG(CameraJpegTarget.class, CameraJpegTarget::fuzzerTestOneInput, 2048),
    CAMERA_PIXELS(CameraPixelsTarget.class, CameraPixelsTarget::fuzzerTestOneInput, 1024),
    VIDEO_FORMAT(VideoFormatTarget.class, VideoFormatTarget::fuzzerTestOneInput, 1024);

    private final Class<?> program;
    private final Call call;
    private final int mostBytes;

    Target(Class<?> program, Call call, int mostBytes) {
        this.program = program;
        this.call = call;
        this.mostBytes = mostBytes;
    }

    /** As on the command line, and as its corpus' directory is called. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What Jazzer calls. */
    Class<?> program() {
        return program;
    }

    /** How long an input may become. */
    int mostBytes() {
        return mostBytes;
    }

    /** Whether it decodes what is not there on Windows. */
    boolean posix() {
        return this == OBJECT_FILE || this == SETTINGS_FILE;
    }

    /** Gives it an input, and throws what it throws. */
    void give(byte[] data) throws Exception {
        call.give(data);
    }

    @FunctionalInterface
    private interface Call {
        void give(byte[] data) throws Exception;
    }
}
