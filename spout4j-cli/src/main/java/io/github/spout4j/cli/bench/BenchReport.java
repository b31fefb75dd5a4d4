package io.github.spout4j.cli.bench;

import io.github.spout4j.Adapter;
import io.github.spout4j.Transport;
import io.github.spout4j.cli.AdapterJson;
import io.github.spout4j.cli.JsonWriter;
import io.github.spout4j.cli.SafeText;
import io.github.spout4j.cli.SenderTexts;
import io.github.spout4j.cli.Style;
import io.github.spout4j.cli.TextTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What {@code spout bench} found.
 *
 * @param notMeasured why, for each transport that does not work here
 */
record BenchReport(List<BenchResult> results, Map<Transport, String> notMeasured) {
    BenchReport {
        notMeasured = new TreeMap<>(notMeasured);
    }

    String text(Style style) {
        TextTable table = new TextTable(style, 3, "SIZE", "FORMAT", "TRANSPORT", "MEMCPY", "UPLOAD", "RATIO", "SHARE",
                "RATIO", "READ-BACK", "RATIO");
        results.forEach(result -> table.add(false, result.what().size().toString(), result.what().format().name(),
                SenderTexts.transport(result.what().transport()), micros(result.memcpy()), micros(result.upload()),
                ratio(result, result.upload()), micros(result.share()), ratio(result, result.share()),
                micros(result.readBack()), ratio(result, result.readBack())));
        String end = System.lineSeparator();
        StringBuilder text = new StringBuilder(table.toString());
        text.append("times in \u00b5s (medians); ratios to a memcpy of the same bytes in the same run").append(end);
        Set<String> adapters = results.stream().flatMap(result -> result.adapter().stream()).map(Adapter::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        adapters.forEach(adapter -> text.append("textures on ").append(SafeText.of(adapter)).append(end));
        notMeasured.forEach((transport, why) -> text.append(SenderTexts.transport(transport)).append(" not measured: ")
                .append(SafeText.of(why)).append(end));
        return text.toString();
    }

    private static String micros(double micros) {
        return String.format(Locale.ROOT, micros < 100 ? "%.1f" : "%.0f", micros);
    }

    private static String ratio(BenchResult result, double micros) {
        return String.format(Locale.ROOT, "%.2f", result.ratio(micros));
    }

    String json() {
        JsonWriter json = new JsonWriter().beginObject().name("results").beginArray();
        results.forEach(result -> write(json, result));
        json.end().name("notMeasured").beginArray();
        notMeasured.forEach((transport, why) -> json.beginObject().name("transport")
                .value(SenderTexts.transport(transport)).name("reason").value(why).end());
        return json.end().end().toString();
    }

    private static void write(JsonWriter json, BenchResult result) {
        json.beginObject().name("width").value(result.what().size().width());
        json.name("height").value(result.what().size().height());
        json.name("format").value(result.what().format().name());
        json.name("transport").value(SenderTexts.transport(result.what().transport()));
        AdapterJson.write(json, result.adapter());
        json.name("rounds").value(result.rounds()).name("memcpyMicros").value(rounded(result.memcpy()));
        json.name("uploadMicros").value(rounded(result.upload())).name("uploadRatio")
                .value(rounded(result.ratio(result.upload())));
        json.name("shareMicros").value(rounded(result.share())).name("shareRatio")
                .value(rounded(result.ratio(result.share())));
        json.name("readBackMicros").value(rounded(result.readBack())).name("readBackRatio")
                .value(rounded(result.ratio(result.readBack()))).end();
    }

    private static double rounded(double number) {
        return Double.isNaN(number) ? number : Math.round(number * 1000) / 1000.0;
    }
}
