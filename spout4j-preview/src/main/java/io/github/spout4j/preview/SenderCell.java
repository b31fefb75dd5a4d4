package io.github.spout4j.preview;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Transport;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;

/** How an entry of the list of senders looks: its name, and what it sends below. */
final class SenderCell extends JPanel implements ListCellRenderer<SenderEntry> {
    private static final long serialVersionUID = 1L;
    private static final String ACTIVE = "●";

    private final JLabel name = new JLabel();
    private final JLabel mark = new JLabel();
    private final JLabel shape = new JLabel();

    SenderCell() {
        super(new BorderLayout(6, 1));
        setBorder(BorderFactory.createEmptyBorder(6, 10, 6, 10));
        name.setFont(name.getFont().deriveFont(Font.BOLD));
        shape.setFont(shape.getFont().deriveFont(shape.getFont().getSize2D() - 1));
        mark.setForeground(Colors.ACTIVE);
        for (JLabel label : new JLabel[]{name, shape}) {
            label.putClientProperty("html.disable", true);
        }
        add(name, BorderLayout.CENTER);
        add(mark, BorderLayout.EAST);
        add(shape, BorderLayout.SOUTH);
    }

    @Override
    public Component getListCellRendererComponent(JList<? extends SenderEntry> list, SenderEntry entry, int index,
            boolean selected, boolean focused) {
        setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        Color foreground = selected ? list.getSelectionForeground() : list.getForeground();
        name.setForeground(foreground);
        shape.setForeground(selected ? foreground : Colors.TEXT);
        name.setText(entry.name().orElse("Active sender"));
        mark.setText(entry.active() ? ACTIVE : "");
        shape.setText(entry.sender().map(SenderCell::shape).orElse("whichever it is"));
        return this;
    }

    private static String shape(SenderInfo sender) {
        return Integer.toUnsignedString(sender.width()) + " × " + Integer.toUnsignedString(sender.height()) + "  "
                + sender.format().map(PixelFormat::name).orElse("?") + "  "
                + (sender.paused() ? "paused" : sender.transport() == Transport.MEMORY ? "memory" : "texture");
    }
}
