package io.github.spout4j.pipewire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * GStreamer's pipewiresink as a camera: a node of class Video/Source that drives, and gives the same frames over and over at
 * their rate, each to everybody who is connected; while nobody is, they are dropped. Needs no session manager.
 *
 * <p>It offers one format, size and rate, and no strides (see {@link GstFormat}). Nobody gets a time stamp: it offers headers
 * in words that others do not understand. Of frames below 4096 bytes see {@link GstSink}. It gives every buffer the length of
 * its first frame, so JPEGs are made equally long, by zeros at the end.
 */
public final class GstSource implements AutoCloseable {
    private final PrivatePipeWire pipewire;
    private final LoggedProgram program;
    private final PwNode node;

    private GstSource(PrivatePipeWire pipewire, LoggedProgram program, String name) {
        this.pipewire = pipewire;
        this.program = program;
        try {
            pipewire.await("a source provides \"" + name + "\"", program, () -> ready(name).isPresent());
            node = ready(name)
                    .orElseThrow(() -> new AssertionError("the source went\n" + program.describe()));
        } catch (RuntimeException | Error e) {
            program.kill();
            throw e;
        }
    }

    /** A camera whose node.description and node.name are {@code name}; returns when others may connect. */
    public static GstSource start(PrivatePipeWire pipewire, String name, GstVideo video, List<byte[]> frames) {
        return start(pipewire, Map.of("node.name", name, "node.description", name), video, frames);
    }

    /**
     * As the other, with properties of the node.
     *
     * @param properties node.name, which no other node has; without node.description that is "gst-launch-1.0"; media.class if
     *                   it is not a Video/Source; whatever else
     */
    public static GstSource start(PrivatePipeWire pipewire, Map<String, String> properties, GstVideo video,
            List<byte[]> frames) {
        Path folder = write(pipewire.fresh("frames"), frames);
        int most = frames.stream().mapToInt(frame -> frame.length).max().orElseThrow();
        Map<String, String> all = new LinkedHashMap<>(Map.of("media.class", "Video/Source"));
        all.putAll(properties);
        // The files' buffers have no times, so "identity" gives them some; and it keeps the two ends from agreeing on a pool of
        // empty buffers.
        LoggedProgram program = GstLaunch.run(pipewire, "multifilesrc", "location=" + folder.resolve("%05d"),
                "loop=true",
                "caps=" + video.caps() + ",framerate=" + video.rate() + "/1", "!", "identity", "drop-allocation=true",
                "datarate=" + Math.multiplyExact(most, video.rate()), "!", "pipewiresink", "mode=provide",
                "stream-properties=\"p,"
                        + all.entrySet().stream().map(GstSource::field).collect(Collectors.joining(","))
                        + "\"");
        return new GstSource(pipewire, program, all.get("node.name"));
    }

    private static Path write(Path folder, List<byte[]> frames) {
        int most = frames.stream().mapToInt(frame -> frame.length).max().orElseThrow();
        try {
            Files.createDirectory(folder);
            for (int i = 0; i < frames.size(); i++) {
                Files.write(folder.resolve("%05d".formatted(i)), Arrays.copyOf(frames.get(i), most));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** A field of a structure within a value of a pipeline, so escaped twice; bytes but letters and digits as octal numbers. */
    private static String field(Map.Entry<String, String> property) {
        StringBuilder value = new StringBuilder();
        for (byte letter : property.getValue().getBytes(StandardCharsets.UTF_8)) {
            boolean plain = letter > 0 && Character.isLetterOrDigit(letter);
            value.append(plain ? String.valueOf((char) letter) : "\\\\%03o".formatted(letter & 0xff));
        }
        return property.getKey() + "=(string)\\\"" + value + "\\\"";
    }

    private Optional<PwNode> ready(String name) {
        PwDump dump = PwDump.of(pipewire);
        return dump.nodes().stream().filter(node -> name.equals(node.properties().get("node.name")))
                .filter(dump::hasBuffers).findFirst();
    }

    /** Its node, as it was at the start. */
    public PwNode node() {
        return node;
    }

    /** Fails where it has ended, with what it said. */
    public void check() {
        if (!program.isAlive()) {
            throw new AssertionError("the source has ended\n" + program.describe() + pipewire.logs());
        }
    }

    /** What it said, for messages of failures. */
    public String log() {
        return program.describe();
    }

    /** Kills it: its node is gone soon. */
    @Override
    public void close() {
        program.kill();
    }
}
