package io.github.spout4j.cli;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;

/** A sender's properties in words. */
public final class SenderTexts {
    private SenderTexts() {}

    public static String size(SenderInfo sender) {
        return Integer.toUnsignedString(sender.width()) + "x" + Integer.toUnsignedString(sender.height());
    }

    /** The format's name, or the number of one that spout4j does not read. */
    public static String format(SenderInfo sender) {
        return sender.format().map(PixelFormat::name)
                .orElseGet(() -> "format " + Integer.toUnsignedString(sender.dxgiFormat()));
    }

    public static String transport(SenderInfo sender) {
        return transport(sender.transport());
    }

    public static String transport(Transport transport) {
        return transport == Transport.MEMORY ? "memory share" : "texture";
    }

    /** How this sender's pixels go, and where they are. */
    public static String way(SpoutSender sender) {
        return transport(sender.transport())
                + sender.adapter().map(adapter -> " on " + SafeText.of(adapter.name())).orElse("");
    }

    /** That programs on the SDK do not see a sender, and the name to give it. */
    public static String unseen(String name, String seen) {
        return "programs on the Spout SDK do not see \"" + SafeText.of(name)
                + "\", which does not begin with an ASCII character; call it \"" + SafeText.of(seen) + "\"";
    }

    /** The host program's file name. */
    public static String program(SenderInfo sender) {
        String host = sender.host();
        String file = host.substring(Math.max(host.lastIndexOf('/'), host.lastIndexOf('\\')) + 1);
        return file.isEmpty() ? "-" : SafeText.of(file);
    }
}
