package io.github.spout4j.pipewire;

import java.util.Map;
import java.util.Optional;

/** GStreamer's programs and plugins for {@link GstSource} and {@link GstSink}. */
final class GstLaunch {
    private GstLaunch() {}

    static Optional<String> missing() {
        return Installed.missing(Map.of("gst-launch-1.0", "gstreamer1.0-tools"),
                Map.of("libgstpipewire.so", "gstreamer1.0-pipewire", "libgstmultifile.so",
                        "gstreamer1.0-plugins-good"));
    }

    /**
     * Runs a pipeline, verbosely and without its handler of faults, which would keep a crashed program alive.
     *
     * @param pipeline as on a command line, an element, property or "!" each
     */
    static LoggedProgram run(PrivatePipeWire pipewire, String... pipeline) {
        missing().ifPresent(why -> {
            throw new AssertionError(why);
        });
        String[] command = new String[pipeline.length + 3];
        command[0] = "gst-launch-1.0";
        command[1] = "--no-fault";
        command[2] = "--verbose";
        System.arraycopy(pipeline, 0, command, 3, pipeline.length);
        return pipewire.run(command);
    }
}
