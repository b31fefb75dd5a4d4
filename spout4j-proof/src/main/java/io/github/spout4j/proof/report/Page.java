package io.github.spout4j.proof.report;

import java.util.Locale;
import java.util.stream.Collectors;

/** A report to look at: one page that needs nothing else. */
final class Page {
    private static final String STYLE = """
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; color: #222 }
            table { border-collapse: collapse; margin: 1rem 0 }
            td, th { border-bottom: 1px solid #ddd; padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: top }
            .kept { color: #08703b } .told { color: #777 } .broken { color: #b3261e; font-weight: bold }
            svg { background: #fafafa; margin: .5rem 1rem .5rem 0 } svg text { font: 11px system-ui, sans-serif; fill: #555 }
            polyline { fill: none; stroke-width: 1.2 }
            """;

    private final Report report;

    Page(Report report) {
        this.report = report;
    }

    String html() {
        return """
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>spout4j, proved</title>
                <style>
                %s</style>
                <h1>spout4j %s: what it promises, and what was seen</h1>
                <p>%s, %s</p>
                %s</html>
                """.formatted(STYLE, text(report.version()), text(report.date()), text(report.machine()),
                report.outcomes().stream().map(Page::part).collect(Collectors.joining()));
    }

    private static String part(Outcome outcome) {
        return """
                <h2>%s</h2>
                <p>%s</p>
                <table><tr><th>promise</th><th>seen</th><th></th></tr>
                %s</table>
                <table>
                %s</table>
                %s
                """.formatted(text(outcome.part()), text(outcome.what()),
                outcome.promises().stream().map(Page::promise).collect(Collectors.joining()),
                outcome.figures().entrySet().stream()
                        .map(figure -> row(figure.getKey(), Figures.text(figure.getValue())))
                        .collect(Collectors.joining()),
                outcome.plots().stream().map(plot -> new Drawing(plot).svg()).collect(Collectors.joining("\n")));
    }

    private static String promise(Promise promise) {
        return "<tr><td>%s</td><td>%s</td><td class=\"%s\">%s</td></tr>\n".formatted(text(promise.text()),
                text(promise.seen()), promise.judgement().text.toLowerCase(Locale.ROOT), promise.judgement().text);
    }

    private static String row(String name, String value) {
        return "<tr><td>%s</td><td>%s</td></tr>\n".formatted(text(name), text(value));
    }

    static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
