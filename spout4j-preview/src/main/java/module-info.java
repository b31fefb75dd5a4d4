/** A window that shows senders live. */
module io.github.spout4j.preview {
    requires transitive io.github.spout4j;
    requires com.formdev.flatlaf;

    exports io.github.spout4j.preview;
}
