package io.github.spout4j.cli.lists;

import io.github.spout4j.Adapter;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.cli.AdapterJson;
import io.github.spout4j.cli.FrameRates;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.SenderTexts;
import java.util.List;
import java.util.Optional;

/** Senders as JSON for scripts. */
public final class SenderJson {
    private SenderJson() {}

    public static String of(List<SenderInfo> senders, FrameRates rates, SenderAdapters adapters, NameNotes notes) {
        JsonWriter json = new JsonWriter().beginArray();
        senders.forEach(sender -> {
            json.beginObject();
            properties(json, sender, adapters.of(sender));
            json.name("counts").value(FrameRates.counts(sender));
            json.name("fps").value(rounded(rates.of(sender)));
            json.name("nameForSdk");
            notes.nameForSdk(sender).ifPresentOrElse(json::value, json::nothing);
            json.end();
        });
        return json.end().toString();
    }

    /**
     * Writes a sender's properties into the object that is open.
     *
     * @param adapter on which its texture is, where known
     */
    static void properties(JsonWriter json, SenderInfo sender, Optional<Adapter> adapter) {
        json.name("name").value(sender.name());
        json.name("width").value(Integer.toUnsignedLong(sender.width()));
        json.name("height").value(Integer.toUnsignedLong(sender.height()));
        json.name("format").value(SenderTexts.format(sender));
        json.name("dxgiFormat").value(Integer.toUnsignedLong(sender.dxgiFormat()));
        json.name("transport").value(SenderTexts.transport(sender));
        AdapterJson.write(json, adapter);
        json.name("host").value(sender.host());
        json.name("frame").value(sender.frame());
        json.name("active").value(sender.active());
        json.name("paused").value(sender.paused());
    }

    private static double rounded(double fps) {
        return Double.isNaN(fps) ? fps : Math.round(fps * 100) / 100.0;
    }
}
