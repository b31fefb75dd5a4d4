package io.github.spout4j.cli.lists;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.SenderTexts;
import java.io.PrintStream;

/** Writes a line for every change in the sender directory: text, or a JSON object. */
final class SenderChanges implements SenderListener {
    private final PrintStream out;
    private final boolean json;
    private final SenderAdapters adapters;

    SenderChanges(PrintStream out, boolean json, SenderAdapters adapters) {
        this.out = out;
        this.json = json;
        this.adapters = adapters;
    }

    @Override
    public void added(SenderInfo sender) {
        tell("added", sender);
    }

    @Override
    public void changed(SenderInfo sender) {
        tell("changed", sender);
    }

    @Override
    public void removed(String name) {
        tell("removed", name);
    }

    @Override
    public void activated(String name) {
        tell("active", name);
    }

    private void tell(String event, SenderInfo sender) {
        if (json) {
            JsonWriter line = new JsonWriter().beginObject().name("event").value(event);
            SenderJson.properties(line, sender, adapters.of(sender));
            out.println(line.end());
        } else {
            out.println(event + " " + SafeText.of(sender.name()) + ", " + SenderTexts.size(sender) + " "
                    + SenderTexts.format(sender) + ", " + SenderTexts.transport(sender)
                    + adapters.of(sender).map(adapter -> " on " + SafeText.of(adapter.name())).orElse("") + ", "
                    + SenderTexts.program(sender));
        }
    }

    private void tell(String event, String name) {
        if (json) {
            out.println(new JsonWriter().beginObject().name("event").value(event).name("name").value(name).end());
        } else {
            out.println(event + " " + (name.isEmpty() ? "none" : SafeText.of(name)));
        }
    }
}
