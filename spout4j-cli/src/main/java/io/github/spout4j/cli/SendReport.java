package io.github.spout4j.cli;

import io.github.spout4j.SpoutSender;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is said of a sender when it opens and when it ends. */
public final class SendReport {
    @Option(names = "--json", description = "Write JSON when it begins and when it ends.")
    private boolean json;

    @Mixin
    private Quiet quiet;

    public Progress progress() {
        return quiet.progress();
    }

    /** How much a user wants to be told. */
    public Quiet quiet() {
        return quiet;
    }

    /** Whether standard output is for JSON. */
    public boolean json() {
        return json;
    }

    /** @param more what JSON tells besides */
    void opened(SpoutSender sender, SenderOrder order, Consumer<JsonWriter> more) {
        Optional<String> memory = sender.memoryName()
                .filter(name -> order.memoryToo() && !name.equals(sender.name()));
        if (json) {
            JsonWriter object = new JsonWriter().beginObject().name("name").value(sender.name());
            object.name("width").value(order.size().width()).name("height").value(order.size().height());
            object.name("format").value(order.format().name());
            object.name("transport").value(SenderTexts.transport(sender.transport()));
            AdapterJson.write(object, sender.adapter());
            object.name("memoryName");
            memory.ifPresentOrElse(object::value, object::nothing);
            more.accept(object);
            line(object.end().toString());
        } else if (!quiet.wanted()) {
            line("sending as \"" + SafeText.of(sender.name()) + "\", " + order + ", " + SenderTexts.way(sender));
            memory.ifPresent(name -> line("by memory share too, as \"" + SafeText.of(name) + "\""));
        }
    }

    /**
     * @param fps     Hz
     * @param dropped how many of the frames were not sent
     */
    public void ended(long frames, double fps, long dropped) {
        if (json) {
            line(new JsonWriter().beginObject().name("frames").value(frames).name("fps").value(fps).name("dropped")
                    .value(dropped).end().toString());
        } else if (!quiet.wanted()) {
            line("sent " + frames + (frames == 1 ? " frame" : " frames")
                    + (frames < 2 ? "" : String.format(Locale.ROOT, ", %.1f fps", fps))
                    + (dropped == 0 ? "" : ", " + dropped + " dropped"));
        }
    }

    private static void line(String text) {
        System.out.println(text);
        System.out.flush();
    }
}
