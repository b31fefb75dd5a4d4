package io.github.spout4j.media;

import io.github.spout4j.PixelFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ffmpeg is told of a film that is to be made: it reads frames as they are from its standard input. */
final class OutputArguments {
    private final Ffmpeg ffmpeg;
    private final FilmTarget target;
    private final Location location;
    private final Container container;
    private final Optional<String> secret;

    private OutputArguments(Ffmpeg ffmpeg, FilmTarget target, Location location) {
        this.ffmpeg = ffmpeg;
        this.target = target;
        this.location = location.requirePort();
        container = Container.of(location, target.lossless());
        if (target.lossless() && container != Container.NUT) {
            throw FilmException
                    .badInput("\"" + location.text() + "\" cannot be without loss: that is for srt, udp and tcp; "
                            + "of files, .mkv and .nut are");
        }
        secret = StreamAddress.passphrase(location, target.passphrase());
    }

    /**
     * Checks what can be checked before there is a frame.
     *
     * @throws FilmException where nothing could be written there
     */
    static OutputArguments of(Ffmpeg ffmpeg, FilmTarget target) {
        OutputArguments arguments = new OutputArguments(ffmpeg, target, Location.ofOutput(target.film()));
        if (arguments.location.kind() == Location.Kind.FILE) {
            arguments.requireWritable();
        }
        Codec codec = target.codec().map(Codec::named).orElse(arguments.container.usual());
        if (!arguments.container.holds(codec)) {
            throw FilmException
                    .badInput("\"" + arguments.location.text() + "\" cannot hold " + target.codec().orElse("")
                            + "; leave --codec out, or take another ending, such as .mkv");
        }
        codec.encoder(ffmpeg, target.codec());
        return arguments;
    }

    private void requireWritable() {
        Path path = location.path().toAbsolutePath();
        Path folder = path.getParent();
        if (!Files.isDirectory(folder)) {
            throw FilmException.badInput("there is no folder \"" + folder + "\"; make it first");
        }
        if (Files.isDirectory(path)) {
            throw FilmException.badInput("\"" + location.text() + "\" is a folder; name a file");
        }
        if (Files.exists(path) && !target.overwrite()) {
            throw FilmException
                    .badInput("\"" + location.text() + "\" is there already; take another name, or replace it by "
                            + "--overwrite");
        }
        try {
            Files.delete(Files.createTempFile(folder, ".spout-", ".tmp"));
        } catch (IOException e) {
            throw FilmException.badInput("\"" + folder + "\" cannot be written to; choose another folder");
        }
    }

    Location location() {
        return location;
    }

    Container container() {
        return container;
    }

    /** Whether somebody may watch while it is written. */
    boolean live() {
        return location.kind() != Location.Kind.FILE;
    }

    Optional<String> secret() {
        return secret;
    }

    /** The file of a number: film.mp4 is the first, film-2.mp4 the second; a stream is always the same. */
    Path file(int number) {
        Path path = location.path();
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return number == 1 ? path : path.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
    }

    /**
     * All of ffmpeg's arguments.
     *
     * @param number of the film, from 1
     * @param sent   the format of the sender, which tells what there is to keep
     */
    List<String> all(int number, PixelFormat sent, PipeFormat pipe, int width, int height, Rate rate,
            SecretFile secretFile) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostats", "-loglevel", "level+warning", "-f",
                "rawvideo", "-pixel_format", pipe.name(), "-video_size", width + "x" + height, "-framerate",
                rate.fraction(), "-probesize", "32", "-i", "pipe:0"));
        if (container == Container.V4L2 && target.codec().isEmpty()) {
            arguments.addAll(List.of("-pix_fmt", "yuv420p"));
        }
        arguments.addAll(Encoding.of(target, location, container, ffmpeg, sent, rate).arguments());
        secretFile.path().ifPresent(file -> arguments.addAll(List.of("-fpre", file.toString())));
        arguments.addAll(target.options());
        arguments.addAll(container.arguments(ffmpeg));
        arguments.addAll(switch (location.kind()) {
            case FILE ->
                List.of(number > 1 && !target.overwrite() ? "-n" : "-y", "file:" + file(number).toAbsolutePath());
            case STREAM -> List.of(StreamAddress.address(location, target.latency(), target.reconnect()));
            default -> List.of(location.argument());
        });
        return arguments;
    }
}
