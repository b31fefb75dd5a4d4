package io.github.spout4j.examples;

import module java.desktop;
import io.github.spout4j.Alpha;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;

/**
 * Shows a sender's frames in a window, as large as fit. The main thread receives into one image while Swing shows the other:
 * one copy a frame, no garbage, and no waiting in Swing's thread. Run: {@code examples/run ReceiveInSwing [SENDER]}. Argument:
 * the sender's name, or nothing for whichever is active.
 */
@SuppressWarnings("serial")
public final class ReceiveInSwing extends JComponent {
    private BufferedImage image = sized(1, 1);

    private ReceiveInSwing() {}

    public static void main(String[] args) throws InterruptedException, InvocationTargetException {
        if (args.length > 1) {
            System.err.println("usage: ReceiveInSwing [SENDER]");
            System.exit(2);
        }
        ReceiveInSwing picture = new ReceiveInSwing();
        JFrame window = window();
        SwingUtilities.invokeAndWait(() -> {
            picture.setPreferredSize(new Dimension(960, 540));
            window.add(picture);
            window.pack();
            window.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
            window.setVisible(true);
        });
        try (Spout spout = Spout.open();
                SpoutReceiver receiver = (args.length > 0 ? spout.receiver(args[0]) : spout.receiver()).open()) {
            BufferedImage next = sized(1, 1);
            while (window.isDisplayable()) {
                next = switch (receiver.receiveInto(pixels(next), PixelLayout.BGRA.alpha(Alpha.PREMULTIPLIED),
                        Duration.ofMillis(100))) {
                    case FRAME -> picture.show(next);
                    case RESIZED -> receiver.info().map(it -> sized(it.width(), it.height())).orElse(next);
                    case NO_FRAME -> next; // looks whether the window is still there
                };
            }
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        }
    }

    private static JFrame window() {
        try {
            return new JFrame("Spout");
        } catch (HeadlessException | AWTError e) {
            System.err.println("Java can open no window here: " + e.toString().strip().replaceAll("\\R.*", ""));
            System.exit(1);
            throw e;
        }
    }

    private static BufferedImage sized(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    }

    private static MemorySegment pixels(BufferedImage image) {
        return MemorySegment.ofArray(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
    }

    /** Shows an image, and returns the one that Swing is done with, or another of its size. */
    private BufferedImage show(BufferedImage next) throws InterruptedException, InvocationTargetException {
        BufferedImage last = image;
        // Waiting for Swing here keeps frames from piling up: a slow window skips some.
        SwingUtilities.invokeAndWait(() -> {
            image = next;
            repaint();
        });
        boolean sameSize = last.getWidth() == next.getWidth() && last.getHeight() == next.getHeight();
        return sameSize ? last : sized(next.getWidth(), next.getHeight());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, getWidth(), getHeight());
        double scale = Math.min((double) getWidth() / image.getWidth(), (double) getHeight() / image.getHeight());
        AffineTransform fit = AffineTransform.getTranslateInstance((getWidth() - scale * image.getWidth()) / 2,
                (getHeight() - scale * image.getHeight()) / 2);
        fit.scale(scale, scale);
        // To the pixels of the screen at once, however many there are to one of Swing's.
        Graphics2D smooth = (Graphics2D) graphics;
        smooth.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        smooth.drawImage(image, fit, null);
    }
}
