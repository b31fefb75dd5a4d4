/** The spout command. */
module io.github.spout4j.cli {
    requires info.picocli;
    requires io.github.spout4j;
    requires io.github.spout4j.media;
    requires io.github.spout4j.preview;
    requires io.github.spout4j.win32;
    requires java.logging;

    opens io.github.spout4j.cli to info.picocli;
    opens io.github.spout4j.cli.audit to info.picocli;
    opens io.github.spout4j.cli.bench to info.picocli;
    opens io.github.spout4j.cli.demo to info.picocli;
    opens io.github.spout4j.cli.doctor to info.picocli;
    opens io.github.spout4j.cli.films to info.picocli;
    opens io.github.spout4j.cli.lists to info.picocli;
    opens io.github.spout4j.cli.preview to info.picocli;
    opens io.github.spout4j.cli.raw to info.picocli;
    opens io.github.spout4j.cli.receive to info.picocli;
    opens io.github.spout4j.cli.send to info.picocli;
    opens io.github.spout4j.cli.settings to info.picocli;
    opens io.github.spout4j.cli.shared to info.picocli;
}
