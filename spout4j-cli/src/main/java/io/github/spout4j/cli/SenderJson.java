package io.github.spout4j.cli;

import io.github.spout4j.SenderInfo;
import java.util.List;

/** Senders as JSON for scripts. */
final class SenderJson {
    private SenderJson() {}

    static String of(List<SenderInfo> senders, FrameRates rates) {
        JsonWriter json = new JsonWriter().beginArray();
        senders.forEach(sender -> {
            json.beginObject();
            properties(json, sender);
            json.name("fps").value(rounded(rates.of(sender)));
            json.end();
        });
        return json.end().toString();
    }

    /** Writes a sender's properties into the object that is open. */
    static void properties(JsonWriter json, SenderInfo sender) {
        json.name("name").value(sender.name());
        json.name("width").value(Integer.toUnsignedLong(sender.width()));
        json.name("height").value(Integer.toUnsignedLong(sender.height()));
        json.name("format").value(SenderTexts.format(sender));
        json.name("dxgiFormat").value(Integer.toUnsignedLong(sender.dxgiFormat()));
        json.name("transport").value(SenderTexts.transport(sender));
        json.name("host").value(sender.host());
        json.name("frame").value(sender.frame());
        json.name("active").value(sender.active());
    }

    private static double rounded(double fps) {
        return Double.isNaN(fps) ? fps : Math.round(fps * 100) / 100.0;
    }
}
