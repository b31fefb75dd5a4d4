package io.github.spout4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        return new String[]{"spout " + number() + " (Java " + Runtime.version() + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + ")"};
    }

    public static String number() throws IOException {
        try (InputStream version = Version.class.getResourceAsStream("version.txt")) {
            return new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
