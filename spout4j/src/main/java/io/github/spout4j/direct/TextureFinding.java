package io.github.spout4j.direct;

import io.github.spout4j.Adapter;
import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import java.util.Optional;

/** On which adapter a sender's texture is, and who cannot open it there. */
final class TextureFinding {
    private TextureFinding() {}

    /** @param adapter the one that opens it; empty where none does */
    static Finding of(String sender, long shareHandle, Optional<Adapter> adapter) {
        String topic = "sender \"" + sender + "\"";
        if (adapter.isEmpty()) {
            return new Finding(topic, "no adapter opens its texture 0x" + Long.toHexString(shareHandle), Level.PROBLEM,
                    "start it on the same graphics adapter as this program, or switch it to memory share");
        }
        String where = "texture on adapter " + adapter.get().index() + ", " + adapter.get().name();
        return adapter.get().index() == 0
                ? Finding.ok(topic, where)
                : new Finding(topic, where + ": programs on adapter 0, where most are, see it black", Level.WARNING,
                        "run both programs on one adapter: Windows' Settings, System, Display, Graphics");
    }
}
