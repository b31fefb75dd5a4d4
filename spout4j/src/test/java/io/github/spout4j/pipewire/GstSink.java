package io.github.spout4j.pipewire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GStreamer's pipewiresrc: takes the frames of a node, byte by byte as they are in the buffers, each once and in order. It
 * hands out each buffer's bytes from the chunk's offset on and as many as the chunk says, and knows no strides.
 *
 * <p>Of frames below 4096 bytes it asks for few buffers. libpipewire 0.3.65 maps buffers of less than a page, which the daemon
 * put one after the other into the same memory, over one another from the second page on ({@code pw_memblock_map} adds the
 * offset within the page to a mapping that begins at another page). Frames are then broken, and buffers are busy for ever.
 * Three buffers of up to 1365 bytes fit the first page.
 *
 * <p>It agrees on a format once; when its source changes the size, frames of the new length come, and the caps stay.
 */
public final class GstSink implements AutoCloseable {
    private static final Pattern CAPS = Pattern.compile("pipewiresrc0\\.GstPad:src: caps = (.*)");
    private static final int SMALL = 4096;

    private final PrivatePipeWire pipewire;
    private final LoggedProgram program;
    private final Path folder;
    private int next;

    private GstSink(PrivatePipeWire pipewire, LoggedProgram program, Path folder) {
        this.pipewire = pipewire;
        this.program = program;
        this.folder = folder;
    }

    /**
     * Begins to take frames of one format and size.
     *
     * @param target the node.name of a node that is there, or its object.serial
     */
    public static GstSink start(PrivatePipeWire pipewire, String target, GstVideo video) {
        boolean small = (video.format() == GstFormat.JPEG ? video.width() * video.height() : video.bytes()) < SMALL;
        return start(pipewire, target, video.caps(), small ? "max-buffers=3" : "always-copy=false");
    }

    /** As the other; {@code caps} may leave open what comes. */
    public static GstSink start(PrivatePipeWire pipewire, String target, String caps) {
        return start(pipewire, target, caps, "always-copy=false");
    }

    private static GstSink start(PrivatePipeWire pipewire, String target, String caps, String property) {
        List<PwNode> nodes = PwDump.of(pipewire).nodes(); // pipewiresrc would be silent for half a minute
        if (nodes.stream()
                .noneMatch(node -> target.equals(node.serial()) || target.equals(node.properties().get("node.name")))) {
            throw new AssertionError("there is no node " + target + " to take frames of, but: " + nodes);
        }
        Path folder = pipewire.fresh("taken");
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GstSink(pipewire,
                GstLaunch.run(pipewire, "pipewiresrc", "target-object=" + target, property, "!", caps,
                        "!", "multifilesink", "location=" + folder.resolve("%05d")),
                folder);
    }

    /** The next frame; waits for it. */
    public byte[] next() {
        Path file = folder.resolve("%05d".formatted(next)); // moved there when it is complete
        pipewire.await("frame " + next + " comes to a sink", program, () -> Files.exists(file));
        next++;
        try {
            byte[] frame = Files.readAllBytes(file);
            Files.delete(file);
            return frame;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next frames. */
    public List<byte[]> next(int count) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(next());
        }
        return frames;
    }

    /** What was agreed on with the source; to be asked after the first frame. */
    public String caps() {
        Matcher caps = CAPS.matcher(program.log());
        if (!caps.find()) {
            throw new AssertionError("no caps yet\n" + program.describe());
        }
        return caps.group(1).replaceAll("\\((string|int|fraction)\\)", "");
    }

    /** Waits for its end, as when its source goes. */
    public void awaitEnd() {
        program.exitCode(PrivatePipeWire.PATIENCE);
    }

    /** What it said, for messages of failures. */
    public String log() {
        return program.describe();
    }

    @Override
    public void close() {
        program.kill();
    }
}
