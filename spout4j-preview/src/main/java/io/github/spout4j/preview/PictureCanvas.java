package io.github.spout4j.preview;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.Timer;

/** Paints the newest picture, device pixel by device pixel, or says why there is none. */
final class PictureCanvas extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int LINE = 24;

    private static final int NOTICE_MILLIS = 4000;

    private final transient Renderer renderer;
    private final transient TripleBuffer<Picture> pictures;
    private transient Message message = Message.NONE;
    private transient Notice notice = Notice.NONE;
    private final transient Runnable frameShown;
    private final Timer noticeEnd = new Timer(NOTICE_MILLIS, _ -> show(Notice.NONE));
    private long painted;
    private long waited;

    /** @param frameShown run when a frame has been painted on all of the canvas */
    PictureCanvas(Renderer renderer, Runnable frameShown) {
        this.renderer = renderer;
        this.frameShown = frameShown;
        pictures = renderer.pictures();
        setOpaque(true);
        setBackground(Colors.CANVAS);
        setFocusable(true);
        noticeEnd.setRepeats(false);
    }

    void say(Message newMessage) {
        if (!newMessage.equals(message)) {
            message = newMessage;
            repaint();
        }
    }

    /** Says something above the picture for a while. */
    void tell(Notice newNotice) {
        show(newNotice);
        noticeEnd.restart();
    }

    /** Says something above the picture, or no more where that is what it says. */
    void toggle(Notice newNotice) {
        show(newNotice.equals(notice) ? Notice.NONE : newNotice);
        noticeEnd.stop();
    }

    private void show(Notice newNotice) {
        notice = newNotice;
        repaint();
    }

    /** Where a view puts the picture; empty where there is none. */
    Optional<Viewport> viewport(View view) {
        Viewport shown = pictures.front().viewport();
        return shown == null
                ? Optional.empty()
                : Optional.of(view.zoom().on(view.width(), view.height(), shown.width(), shown.height()));
    }

    PixelReading reading() {
        return pictures.front().reading();
    }

    /** How many frames were painted. */
    long painted() {
        return painted;
    }

    /** From the arrivals of these frames to when they had been painted, in ns, added up. */
    long waited() {
        return waited;
    }

    /** Device pixels to one of Swing's. */
    double scale() {
        return getGraphicsConfiguration() == null ? 1 : getGraphicsConfiguration().getDefaultTransform().getScaleX();
    }

    /** The canvas in device pixels; one that is cut by its edge counts. */
    Dimension deviceSize() {
        return new Dimension((int) Math.ceil(Math.max(1, getWidth()) * scale()),
                (int) Math.ceil(Math.max(1, getHeight()) * scale()));
    }

    /** Whether what was painted last is a frame, made for the size that the canvas has now. */
    boolean covered() {
        Picture picture = pictures.front();
        Dimension size = deviceSize();
        return picture.viewport() != null && picture.image().getWidth() == size.width
                && picture.image().getHeight() == size.height;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        boolean fresh = pictures.take();
        Picture picture = pictures.front();
        Graphics2D g = (Graphics2D) graphics.create();
        g.setColor(getBackground());
        g.fillRect(0, 0, getWidth(), getHeight());
        if (picture.viewport() != null) {
            AffineTransform place = g.getTransform();
            g.setTransform(new AffineTransform());
            g.drawImage(picture.image(), (int) Math.round(place.getTranslateX()),
                    (int) Math.round(place.getTranslateY()), null);
            g.setTransform(place);
        } else {
            paintMessage(g);
        }
        notice.paint(g, this);
        g.dispose();
        if (fresh) {
            if (picture.arrived() != 0) {
                painted++;
                waited += System.nanoTime() - picture.arrived();
            }
            if (covered()) {
                frameShown.run();
            }
            renderer.wake();
        }
    }

    private void paintMessage(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int y = (getHeight() - LINE * message.lines().size()) / 2;
        g.setColor(message.trouble() ? Colors.TROUBLE : Colors.TITLE);
        paintLine(g, message.title(), getFont().deriveFont(Font.BOLD, getFont().getSize2D() + 6), y);
        g.setColor(Colors.TEXT);
        for (String line : message.lines()) {
            y += LINE;
            paintLine(g, line, getFont(), y + 8);
        }
    }

    private void paintLine(Graphics2D g, String line, Font font, int y) {
        FontMetrics metrics = g.getFontMetrics(font);
        g.setFont(font);
        g.drawString(line, (getWidth() - metrics.stringWidth(line)) / 2, y);
    }
}
