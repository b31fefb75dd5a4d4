package io.github.spout4j.proof.report;

import java.util.List;

/**
 * Lines over time.
 *
 * @param title what is shown, with its unit
 * @param lines of one unit
 */
public record Plot(String title, List<Line> lines) {
    /**
     * One line.
     *
     * @param name    whose values
     * @param seconds since the beginning
     * @param values  as many
     */
    public record Line(String name, double[] seconds, double[] values) {}
}
