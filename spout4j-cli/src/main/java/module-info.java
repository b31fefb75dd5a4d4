/** The spout command. */
module io.github.spout4j.cli {
    requires info.picocli;
    requires io.github.spout4j;

    opens io.github.spout4j.cli to info.picocli;
}
