package io.github.spout4j.preview;

import io.github.spout4j.Adapter;
import io.github.spout4j.PixelFormat;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Transport;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What is shown, in one line: who sends it, how fast it comes, and the pixel under the pointer. */
final class InfoStrip extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 14;
    private static final int LONGEST_NAME = 240;

    private final JLabel name = new JLabel() {
        private static final long serialVersionUID = 1L;

        /** So that a long name ends in dots, and leaves room for the rest. */
        @Override
        public Dimension getPreferredSize() {
            Dimension whole = super.getPreferredSize();
            return new Dimension(Math.min(whole.width, LONGEST_NAME), whole.height);
        }
    };
    private final JLabel shape = new JLabel();
    private final JLabel rate = new JLabel();
    private final JLabel latency = new JLabel();
    private final JLabel way = new JLabel();
    private final JLabel view = new JLabel();
    private final JLabel pixel = new JLabel();

    InfoStrip() {
        super(new BorderLayout());
        setBorder(BorderFactory.createEmptyBorder(1, 0, 2, GAP));
        JPanel left = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 3));
        for (JLabel label : new JLabel[]{name, shape, rate, latency, way, view}) {
            label.setForeground(Colors.TEXT);
            label.putClientProperty("html.disable", true);
            left.add(label);
        }
        name.setFont(name.getFont().deriveFont(Font.BOLD));
        name.setForeground(Colors.TITLE);
        pixel.setFont(new Font(Font.MONOSPACED, Font.PLAIN, pixel.getFont().getSize()));
        add(left, BorderLayout.CENTER);
        add(pixel, BorderLayout.EAST);
        latency.setToolTipText("From when a frame has come in here until it is painted: the mean of the last second. "
                + "What came before cannot be measured from here.");
        pixel.setToolTipText("The pixel under the pointer, in the sender's own numbers.");
    }

    /** Tells of the sender. */
    void tell(Reception reception, Rates rates) {
        boolean there = reception.sender().isPresent();
        name.setText(reception.sender().map(SenderInfo::name).or(reception::wanted).orElse("No sender"));
        shape.setText(reception.sender().map(InfoStrip::shape).orElse(""));
        way.setText(reception.sender().map(sender -> way(sender, reception)).orElse(""));
        rate.setText(reception.sender().map(sender -> sender.paused()
                ? "paused"
                : rates.known() ? String.format(Locale.ROOT, "%.1f fps", rates.received()) : "- fps").orElse(""));
        rate.setToolTipText(rates.known()
                ? String.format(Locale.ROOT, "New frames that came in the last second; %.1f of them were painted.",
                        rates.painted())
                : "New frames that come in a second: being counted.");
        latency.setText(there && rates.known() && rates.millis() > 0
                ? String.format(Locale.ROOT, "%.1f ms", rates.millis())
                : "");
    }

    private static String shape(SenderInfo sender) {
        return Integer.toUnsignedString(sender.width()) + " × " + Integer.toUnsignedString(sender.height()) + "  "
                + sender.format().map(PixelFormat::name)
                        .orElseGet(() -> "format " + Integer.toUnsignedString(sender.dxgiFormat()));
    }

    private static String way(SenderInfo sender, Reception reception) {
        return sender.transport() == Transport.MEMORY
                ? "memory share"
                : "texture" + reception.adapter().map(Adapter::name).map(" on "::concat).orElse("");
    }

    /** Tells how the picture is shown, and of the pixel under the pointer. */
    void tell(View wanted, Optional<Viewport> viewport, String underPointer) {
        StringJoiner words = new StringJoiner(", ");
        viewport.map(Viewport::scale).ifPresent(scale -> {
            String percent = Math.round(scale * 100) + " %";
            words.add(wanted.zoom() == Zoom.FIT ? "fit " + percent : scale == 1 ? "1:1" : percent);
        });
        if (wanted.alphaView() != AlphaView.CHECKERBOARD) {
            words.add(wanted.alphaView() == AlphaView.ALPHA ? "alpha alone" : "opaque");
        }
        if (wanted.premultiplied()) {
            words.add("premultiplied");
        }
        if (wanted.flipped()) {
            words.add("flipped");
        }
        if (wanted.frozen()) {
            words.add("frozen");
        }
        view.setText(words.toString());
        pixel.setText(underPointer);
    }
}
