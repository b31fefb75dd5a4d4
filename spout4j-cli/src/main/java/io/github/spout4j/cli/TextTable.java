package io.github.spout4j.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text under a head, each column as wide as its widest cell. */
public final class TextTable {
    private static final int GAP = 2;

    private final Style style;
    private final int firstRight;
    private final List<Row> rows = new ArrayList<>();

    private record Row(List<String> cells, boolean standsOut) {}

    /** @param firstRight from this column on, cells are right-aligned: numbers */
    public TextTable(Style style, int firstRight, String... head) {
        this.style = style;
        this.firstRight = firstRight;
        rows.add(new Row(List.of(head), true));
    }

    public TextTable(Style style, String... head) {
        this(style, head.length, head);
    }

    public void add(boolean standsOut, String... cells) {
        rows.add(new Row(List.of(cells), standsOut));
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.getFirst().cells.size()];
        for (Row row : rows) {
            Arrays.setAll(widths, column -> Math.max(widths[column], length(row.cells.get(column))));
        }
        StringBuilder table = new StringBuilder();
        for (Row row : rows) {
            String line = line(row.cells, widths);
            table.append(row.standsOut ? style.bold(line) : line).append(System.lineSeparator());
        }
        return table.toString();
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            int room = widths[column] - length(cell);
            boolean right = column >= firstRight;
            line.repeat(" ", right ? room : 0).append(cell).repeat(" ", GAP + (right ? 0 : room));
        }
        return line.toString().stripTrailing();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
