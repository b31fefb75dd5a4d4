package io.github.spout4j.snippets;

import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import io.github.spout4j.Spout;
import java.util.List;

/** Who sends. */
public final class Senders {
    private Senders() {}

    public static void all(Spout spout) {
        // @start region="all"
        for (SenderInfo sender : spout.senders().list()) {
            IO.println(sender.name() + ": " + sender.width() + " × " + sender.height());
        }
        // @end
    }

    public static SenderDirectory.Subscription follow(Spout spout, List<String> names) {
        // @start region="follow"
        return spout.senders().listen(new SenderListener() {
            @Override
            public void added(SenderInfo sender) {
                names.add(sender.name());
            }

            @Override
            public void removed(String name) {
                names.remove(name);
            }
        });
        // @end
    }
}
