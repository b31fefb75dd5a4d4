package io.github.spout4j.examples;

import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import io.github.spout4j.Spout;

/** Shows who sends, and then whoever comes and goes, until Enter is pressed. */
public final class ListSenders {
    private ListSenders() {}

    public static void main(String[] args) {
        try (Spout spout = Spout.open()) {
            SenderDirectory senders = spout.senders();
            IO.println(senders.list().size() + " of at most " + senders.maximum() + " senders:");
            senders.list().forEach(sender -> IO.println("  " + describe(sender)));
            try (var _ = senders.listen(new Changes())) {
                IO.readln("Changes from now on (Enter ends it):\n");
            }
        }
    }

    private static String describe(SenderInfo sender) {
        return "%s, %d × %d %s by %s%s".formatted(sender.name(), sender.width(), sender.height(),
                sender.format().map(Enum::name).orElse("format " + sender.dxgiFormat()), sender.transport(),
                sender.active() ? ", active" : "");
    }

    /** Is called from a thread of Spout's. */
    private static final class Changes implements SenderListener {
        @Override
        public void added(SenderInfo sender) {
            IO.println("+ " + describe(sender));
        }

        @Override
        public void changed(SenderInfo sender) {
            IO.println("~ " + describe(sender));
        }

        @Override
        public void removed(String name) {
            IO.println("- " + name);
        }
    }
}
