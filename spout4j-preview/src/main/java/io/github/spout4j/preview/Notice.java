package io.github.spout4j.preview;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import javax.swing.JComponent;

/**
 * Lines above a picture, in the middle of a canvas; columns are divided by tabs.
 *
 * @param lines none for nothing
 */
record Notice(List<String> lines) {
    static final Notice NONE = new Notice(List.of());

    private static final int LINE = 22;
    private static final int COLUMN = 110;
    private static final int MARGIN = 18;

    void paint(Graphics2D g, JComponent canvas) {
        if (lines.isEmpty()) {
            return;
        }
        Font font = canvas.getFont();
        FontMetrics metrics = g.getFontMetrics(font);
        int width = lines.stream().mapToInt(line -> width(metrics, line)).max().orElse(0) + 2 * MARGIN;
        int height = lines.size() * LINE + 2 * MARGIN - (LINE - metrics.getAscent());
        int left = (canvas.getWidth() - width) / 2;
        int top = (canvas.getHeight() - height) / 2;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Colors.NOTICE);
        g.fillRoundRect(left, top, width, height, MARGIN, MARGIN);
        g.setFont(font);
        g.setColor(Colors.TITLE);
        int y = top + MARGIN + metrics.getAscent();
        for (String line : lines) {
            int x = left + MARGIN;
            for (String column : line.split("\t")) {
                g.drawString(column, x, y);
                x += COLUMN;
            }
            y += LINE;
        }
    }

    private static int width(FontMetrics metrics, String line) {
        int tab = line.indexOf('\t');
        return tab < 0 ? metrics.stringWidth(line) : COLUMN + metrics.stringWidth(line.substring(tab + 1));
    }
}
