package io.github.spout4j.pipewire;

import io.github.spout4j.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * A PipeWire daemon, a session manager (wireplumber, with Debian's policy) and a session bus of their own, in a directory of
 * their own: nothing of the user's is read, changed or kept, no device is opened, and nothing needs a display, root or
 * hardware. Closing kills all three; when this JVM dies in whatever way, a {@link Guardian} does.
 */
public final class PrivatePipeWire implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Where wireplumber 0.4 and 0.5 are told to leave devices alone. */
    private static final Map<String, String> NO_HARDWARE = Map.of(
            "main.lua.d/51-no-hardware.lua", """
                    alsa_monitor.enabled = false
                    v4l2_monitor.enabled = false
                    libcamera_monitor.enabled = false
                    """,
            "bluetooth.lua.d/51-no-hardware.lua", "bluez_monitor.enabled = false\n",
            "wireplumber.conf.d/no-hardware.conf", """
                    wireplumber.profiles = {
                      main = {
                        hardware.audio = disabled
                        hardware.bluetooth = disabled
                        hardware.video-capture = disabled
                      }
                    }
                    """);

    /** No services that others' configuration would start on demand: no portal, no realtime kit. */
    private static final String BUS = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    private final Path directory;
    private final Guardian guardian;
    private final AtomicInteger files = new AtomicInteger();
    private final LoggedProgram bus;
    private LoggedProgram daemon;
    private LoggedProgram manager;

    private PrivatePipeWire() throws IOException {
        directory = Files.createTempDirectory(Path.of("/tmp"), "spout-pw-"); // not java.io.tmpdir: sockets' paths are short
        guardian = Guardian.of(directory);
        try {
            for (Map.Entry<String, String> file : NO_HARDWARE.entrySet()) {
                write(directory.resolve("config/wireplumber").resolve(file.getKey()), file.getValue());
            }
            Path busFile = directory.resolve("bus.conf");
            write(busFile, BUS.formatted(directory.resolve("bus")));
            bus = run("dbus-daemon", "--config-file=" + busFile, "--nofork", "--nopidfile", "--print-address=1");
            await("the session bus listens", bus, () -> bus.log().contains("unix:path="));
            startDaemon();
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Starts all three and waits until the policy runs. */
    public static PrivatePipeWire start() {
        missing().ifPresent(why -> {
            throw new AssertionError(why);
        });
        try {
            return new PrivatePipeWire();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why there can be none here. */
    public static Optional<String> missing() {
        return Installed
                .missing(Map.of("dbus-daemon", "dbus-daemon", "pipewire", "pipewire-bin", "pw-cli", "pipewire-bin",
                        "pw-dump", "pipewire-bin", "wireplumber", "wireplumber"), Map.of());
    }

    /** The daemon's socket, for the property {@code spout.pipewire}; it stays the same when the daemon is started again. */
    public Path socket() {
        return directory.resolve("pipewire-0");
    }

    /** What clients have in their environment, beside no variable that starts with PIPEWIRE, WIREPLUMBER, SPA or GST. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("XDG_RUNTIME_DIR", directory.toString());
        for (String kind : List.of("CONFIG", "STATE", "CACHE", "DATA")) {
            variables.put("XDG_" + kind + "_HOME", directory.resolve(kind.toLowerCase(Locale.ROOT)).toString());
        }
        variables.put("HOME", directory.toString());
        String address = "unix:path=" + directory.resolve("bus");
        variables.put("DBUS_SESSION_BUS_ADDRESS", address);
        variables.put("DBUS_SYSTEM_BUS_ADDRESS", address);
        variables.put("LC_ALL", "C.UTF-8");
        return variables;
    }

    /** What a command line begins with to run in this {@link #environment()}, for {@code ChildJvm.startBy}. */
    public List<String> launcher() {
        List<String> command = new ArrayList<>(List.of("env"));
        System.getenv().keySet().stream().filter(PrivatePipeWire::isOthers).forEach(name -> {
            command.add("-u");
            command.add(name);
        });
        environment().forEach((name, value) -> command.add(name + "=" + value));
        return command;
    }

    private static boolean isOthers(String variable) {
        return variable.matches("(PIPEWIRE|WIREPLUMBER|SPA|GST)_.*|DISPLAY|WAYLAND_DISPLAY");
    }

    /** The process id of the daemon, {@code pipewire}. */
    public long daemonPid() {
        return daemon.pid();
    }

    /** Kills the daemon as kill -9 does, and returns when it is gone. The session manager ends by itself. */
    public void killDaemon() {
        daemon.kill();
    }

    /** Starts a daemon again, with a session manager, and waits until the policy runs. */
    public void startDaemon() {
        if (manager != null) {
            manager.kill();
        }
        daemon = run("pipewire");
        await("pipewire listens", daemon, this::listens);
        manager = run("wireplumber");
        await("wireplumber's policy runs", manager,
                () -> output("pw-cli", "ls", "Metadata").contains("metadata.name = \"default\""));
    }

    private boolean listens() {
        try (SocketChannel _ = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** What the programs said so far, and what is on the graph. */
    public String logs() {
        StringBuilder all = new StringBuilder();
        for (LoggedProgram program : new LoggedProgram[]{bus, daemon, manager}) {
            all.append(program == null ? "" : program.describe());
        }
        return all.toString();
    }

    /** Starts a program in this environment. */
    LoggedProgram run(String... command) {
        return LoggedProgram.start(launcher(), List.of(command), fresh(command[0].replaceAll(".*/", "") + ".log"));
    }

    /** What a short program prints; empty where it fails, as while there is no daemon. */
    String output(String... command) {
        LoggedProgram program = run(command);
        try {
            return program.exitCode(PATIENCE) == 0 ? program.log() : "";
        } finally {
            program.remove();
        }
    }

    /** A path in the directory that nobody else was given. */
    Path fresh(String name) {
        return directory.resolve(files.incrementAndGet() + "-" + name);
    }

    /** Waits for what a program brings about; fails with what all of them said when it ended or takes forever. */
    void await(String what, LoggedProgram program, BooleanSupplier condition) {
        try {
            Await.until(what, PATIENCE, () -> condition.getAsBoolean() || !program.isAlive());
            if (!program.isAlive() && !condition.getAsBoolean()) {
                throw new AssertionError("a program ended before " + what);
            }
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + program.describe() + logs(), e);
        }
    }

    @Override
    public void close() {
        for (LoggedProgram program : new LoggedProgram[]{manager, daemon, bus}) {
            if (program != null) {
                program.kill();
            }
        }
        guardian.sweep();
    }
}
