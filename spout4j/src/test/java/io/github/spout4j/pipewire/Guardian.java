package io.github.spout4j.pipewire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A shell that waits for this JVM to be done with a directory, or to die: then it kills every process whose XDG_RUNTIME_DIR the
 * directory is, and deletes it. No hook in the JVM would outlive kill -9.
 */
final class Guardian {
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            while read -r _; do :; done
            for process in /proc/[0-9]*; do
              grep -qzsxF "XDG_RUNTIME_DIR=$1" "$process/environ" 2>/dev/null && kill -9 "${process#/proc/}" 2>/dev/null
            done
            rm -rf -- "$1"
            """;

    private final Process shell;

    private Guardian(Process shell) {
        this.shell = shell;
    }

    static Guardian of(Path directory) throws IOException {
        return new Guardian(new ProcessBuilder("sh", "-c", SCRIPT, "guardian", directory.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Has it kill and delete now, and returns when that is done. */
    void sweep() {
        try {
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
