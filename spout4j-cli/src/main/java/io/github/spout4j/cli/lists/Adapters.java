package io.github.spout4j.cli.lists;

import io.github.spout4j.Adapter;
import io.github.spout4j.cli.AdapterName;
import io.github.spout4j.cli.EngineChoice;
import io.github.spout4j.cli.ExitCode;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.Session;
import io.github.spout4j.cli.Style;
import io.github.spout4j.cli.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spout adapters}. */
@Command(name = "adapters", description = "List the graphics adapters that textures can be on (Windows alone).", footer = {
        "",
        "Sender and receiver of a texture must be on one adapter. Number 0 is the one",
        "that programs use unless they ask for another.",
        "",
        "Examples:",
        "  spout adapters",
        "  spout adapters --json"})
public final class Adapters implements Callable<Integer> {
    private static final double GIGABYTE = 1 << 30;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Mixin
    private EngineChoice engine;

    @Override
    public Integer call() {
        try (Session session = Session.open(engine)) {
            List<Adapter> adapters = session.spout().adapters();
            if (json) {
                System.out.println(json(adapters));
            } else if (adapters.isEmpty()) {
                System.out.println(AdapterName.none());
            } else {
                System.out.print(text(adapters, Style.onStdout()));
            }
            System.out.flush();
            return ExitCode.DONE;
        }
    }

    static String text(List<Adapter> adapters, Style style) {
        TextTable table = new TextTable(style, " ", "NAME", "VENDOR", "MEMORY", "DISPLAY", "DRAWS BY");
        adapters.forEach(adapter -> table.add(false, Integer.toString(adapter.index()), SafeText.of(adapter.name()),
                Vendor.of(adapter), memory(adapter), adapter.display() ? "yes" : "-",
                adapter.software() ? "CPU (software)" : "GPU"));
        return table.toString();
    }

    private static String memory(Adapter adapter) {
        return adapter.dedicatedMemory() == 0
                ? "the system's"
                : String.format(Locale.ROOT, "%.1f GB", adapter.dedicatedMemory() / GIGABYTE);
    }

    static String json(List<Adapter> adapters) {
        JsonWriter json = new JsonWriter().beginArray();
        for (Adapter adapter : adapters) {
            json.beginObject().name("index").value(adapter.index()).name("name").value(adapter.name());
            json.name("vendor").value(Vendor.of(adapter)).name("vendorId").value(adapter.vendorId());
            json.name("dedicatedMemory").value(adapter.dedicatedMemory());
            json.name("display").value(adapter.display()).name("software").value(adapter.software());
            json.name("luid").value("0x" + Long.toHexString(adapter.luid())).end();
        }
        return json.end().toString();
    }
}
