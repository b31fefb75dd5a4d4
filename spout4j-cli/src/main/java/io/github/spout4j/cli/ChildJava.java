package io.github.spout4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a second Java is started that runs a class of this program, with the same system properties {@code spout.*}. */
public final class ChildJava {
    private ChildJava() {}

    /**
     * The command, to which the program's own arguments are added.
     *
     * @param options more options for Java
     */
    public static List<String> command(Class<?> program, String... options) {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Module module = program.getModule();
        java.add("-Xshare:auto");
        java.add("-XX:+UseSerialGC");
        System.getProperties().forEach((name, value) -> {
            if (name.toString().startsWith("spout.")) {
                java.add("-D" + name + "=" + value);
            }
        });
        java.addAll(List.of(options));
        if (module.isNamed()) {
            java.addAll(List.of(
                    "--enable-native-access=io.github.spout4j,io.github.spout4j.win32,io.github.spout4j.cli", "-p",
                    System.getProperty("jdk.module.path"), "-m", module.getName() + "/" + program.getName()));
        } else {
            java.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                    program.getName()));
        }
        return java;
    }
}
