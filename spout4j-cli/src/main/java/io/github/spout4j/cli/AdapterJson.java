package io.github.spout4j.cli;

import io.github.spout4j.Adapter;
import java.util.Optional;

/** A graphics adapter as JSON. */
public final class AdapterJson {
    private AdapterJson() {}

    /** Writes an adapter, or null, into the object that is open. */
    public static void write(JsonWriter json, Optional<Adapter> adapter) {
        json.name("adapter");
        adapter.ifPresentOrElse(known -> json.beginObject().name("index").value(known.index()).name("name")
                .value(known.name()).end(), json::nothing);
    }
}
