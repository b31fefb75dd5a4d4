package io.github.spout4j.library;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.win32.LoadedModule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Loads a DLL in a second process and makes one object there, so that a crash is an error and not the end of this process. */
final class TrialProcess {
    private static final System.Logger LOG = System.getLogger(TrialProcess.class.getName());
    private static final int REFUSED = 3;
    private static final int PATIENCE_SECONDS = 60;
    /** The classes of the generated bindings, by one that this package does not know itself. */
    private static final String BINDING = "io.github.spout4j.win32.windows.win32.foundation.Apis";

    private TrialProcess() {}

    /** What the second process does: prints the layout, or why there is none. */
    public static void main(String[] arguments) {
        try {
            SpoutObject object = SpoutLibraryDll.load(Path.of(arguments[0])).newObject();
            String layout = object.layout().toString();
            object.release();
            System.out.println(layout);
            Runtime.getRuntime().halt(0);
        } catch (SpoutException e) {
            System.out.println(e.getMessage());
            Runtime.getRuntime().halt(REFUSED);
        }
    }

    /**
     * Tries a DLL. Where this Java has no launcher, as in some packaged programs, nothing is tried.
     *
     * @throws SpoutException where it crashes, hangs, or is none of the known builds
     */
    static void run(Path dll) {
        List<String> command = command(dll);
        if (command.isEmpty()) {
            LOG.log(System.Logger.Level.DEBUG, "no Java launcher: {0} is loaded without a trial", dll);
            return;
        }
        try {
            Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
                throw new SpoutException("loading " + dll + " and calling " + SpoutLibraryDll.GET_SPOUT
                        + " does not end; it is no working SpoutLibrary.dll");
            }
            judge(dll, process.exitValue(), output(process));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> dll + " is loaded without a trial", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new SpoutException("interrupted while trying " + dll);
        }
    }

    private static void judge(Path dll, int exit, String output) {
        if (exit == REFUSED) {
            throw new SpoutException(output);
        }
        if (exit != 0) {
            throw new SpoutException("loading " + dll + " and calling " + SpoutLibraryDll.GET_SPOUT
                    + " ended a second process with exit code " + exit + (output.isEmpty() ? "" : " (" + output + ")")
                    + "; it is no working SpoutLibrary.dll, download it again");
        }
    }

    private static String output(Process process) throws IOException {
        try (InputStream text = process.getInputStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static List<String> command(Path dll) {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Optional<Path> java = List.of("java.exe", "java").stream().map(bin::resolve).filter(Files::isExecutable)
                .findFirst();
        List<String> command = new ArrayList<>();
        java.ifPresent(launcher -> {
            command.addAll(List.of(launcher.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m",
                    "-XX:+SuppressFatalErrorMessage", "-Dstdout.encoding=UTF-8"));
            command.addAll(program());
            command.add(dll.toString());
        });
        return command;
    }

    /** The same classes that this process runs. */
    private static List<String> program() {
        Module module = TrialProcess.class.getModule();
        Optional<Set<String>> places = places();
        if (places.isEmpty()) {
            return List.of("--enable-native-access=io.github.spout4j,io.github.spout4j.win32", "-m",
                    module.getName() + "/" + TrialProcess.class.getName());
        }
        return List.of("--enable-native-access=ALL-UNNAMED", "-cp",
                String.join(System.getProperty("path.separator"), places.get()), TrialProcess.class.getName());
    }

    /** Folders and jars; empty where the classes are part of the Java that runs. */
    private static Optional<Set<String>> places() {
        try {
            Set<String> places = new LinkedHashSet<>();
            for (Class<?> type : List.of(TrialProcess.class,
                    Class.forName(BINDING, false, LoadedModule.class.getClassLoader()))) {
                if (type.getProtectionDomain().getCodeSource() == null
                        || !type.getProtectionDomain().getCodeSource().getLocation().getProtocol().equals("file")) {
                    return Optional.empty();
                }
                places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
            }
            return Optional.of(places);
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
