package io.github.spout4j.cli.audit;

import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.library.PeImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the audit has found so far. As JSON: docs/audit.md. */
final class AuditReport {
    static final String SCHEMA = "spout4j-audit/1";

    private final PeImage image;
    private final List<ProbeResult> results = new ArrayList<>();
    private Inspection inspection;
    private String problem = "";
    private boolean complete;

    AuditReport(PeImage image) {
        this.image = image;
    }

    void inspected(Inspection seen) {
        inspection = seen;
        problem = seen.problem();
    }

    /** The DLL cannot be probed: what went wrong. */
    void impossible(String reason) {
        problem = reason;
    }

    void add(ProbeResult result) {
        results.add(result);
    }

    /** Nothing is left to probe. */
    void complete() {
        complete = true;
    }

    /** How many results differ from the layout. */
    long findings() {
        return results.stream().filter(result -> result.outcome().finding()).count() + (problem.isEmpty() ? 0 : 1);
    }

    /** What is known before a slot is called, in one line. */
    String heading() {
        return image.file() + ": "
                + (inspection.layout() == null ? inspection.slotCount() + " slots" : inspection.layout());
    }

    /** One line. */
    String summary() {
        StringBuilder summary = new StringBuilder();
        for (Outcome outcome : Outcome.values()) {
            long count = results.stream().filter(result -> result.outcome() == outcome).count();
            if (count > 0) {
                summary.append(summary.isEmpty() ? "" : ", ").append(count).append(' ')
                        .append(outcome.word().toLowerCase(Locale.ROOT));
            }
        }
        return summary.isEmpty() ? "nothing was probed" : summary.toString();
    }

    String json() {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("schema").value(SCHEMA).name("complete").value(complete).name("findings").value(findings());
        json.name("problem").value(problem);
        json.name("system").value(System.getProperty("os.name") + " " + System.getProperty("os.version"));
        json.name("java").value(Runtime.version().toString());
        library(json);
        json.name("probes").beginArray();
        results.forEach(result -> probe(json, result));
        return json.end().end().toString();
    }

    private void library(JsonWriter json) {
        json.name("library").beginObject().name("file").value(image.file().toString());
        json.name("versions").beginArray();
        image.versions().forEach(json::value);
        json.end().name("imports").beginArray();
        image.imports().forEach(json::value);
        json.end();
        if (inspection != null) {
            json.name("slots").value(inspection.slotCount());
            json.name("layout").value(inspection.layout() == null ? "" : inspection.layout().toString());
            json.name("functions").beginArray();
            inspection.offsets().forEach(json::value);
            json.end();
        }
        json.end();
    }

    private static void probe(JsonWriter json, ProbeResult result) {
        Probe probe = result.probe();
        json.beginObject().name("kind").value(probe.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (probe.slot() >= 0) {
            json.name("slot").value(probe.slot());
        }
        json.name("name").value(probe.name()).name("signature").value(probe.signature());
        json.name("type").value(probe.type());
        json.name("outcome").value(result.outcome().word().toLowerCase(Locale.ROOT));
        json.name("finding").value(result.outcome().finding());
        json.name("result").value(result.result()).name("exit").value(result.exit());
        json.name("milliseconds").value(result.millis()).end();
    }
}
