package io.github.spout4j.proof.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plot as SVG. */
final class Drawing {
    private static final int WIDTH = 460;
    private static final int HEIGHT = 190;
    private static final int LEFT = 60;
    private static final int TOP = 24;
    private static final int BOTTOM = 22;
    private static final int RIGHT = 10;
    /** The golden angle keeps neighbours' colours apart. */
    private static final double HUE_STEP = 137.5;
    private static final double HEADROOM = 1.1;

    private final Plot plot;
    private final double lastSecond;
    private final double most;

    Drawing(Plot plot) {
        this.plot = plot;
        lastSecond = Math.max(1, most(Plot.Line::seconds));
        most = Math.max(1, most(Plot.Line::values) * HEADROOM);
    }

    private double most(java.util.function.Function<Plot.Line, double[]> what) {
        return plot.lines().stream().flatMapToDouble(line -> Arrays.stream(what.apply(line))).max().orElse(0);
    }

    String svg() {
        return """
                <svg width="%d" height="%d" role="img" aria-label="%s"><text x="%d" y="14">%s</text>
                <line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#bbb"/><text x="4" y="%d">%s</text><text x="4" y="%d">0</text>
                <text x="%d" y="%d">%s s</text>
                %s</svg>"""
                .formatted(WIDTH, HEIGHT, Page.text(plot.title()), LEFT, Page.text(plot.title()), LEFT,
                        HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, TOP + 6, Figures.text(most), HEIGHT - BOTTOM,
                        WIDTH - 50, HEIGHT - 6, Figures.text(lastSecond),
                        IntStream.range(0, plot.lines().size()).mapToObj(this::line).collect(Collectors.joining()));
    }

    private String line(int at) {
        Plot.Line line = plot.lines().get(at);
        String points = IntStream.range(0, line.values().length)
                .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", x(line.seconds()[i]), y(line.values()[i])))
                .collect(Collectors.joining(" "));
        return String.format(Locale.ROOT,
                "<polyline stroke=\"hsl(%.0f 60%% 42%%)\" points=\"%s\"><title>%s</title></polyline>%n",
                at * HUE_STEP % 360, points, Page.text(line.name()));
    }

    private double x(double second) {
        return LEFT + second / lastSecond * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / most * (HEIGHT - BOTTOM - TOP);
    }
}
