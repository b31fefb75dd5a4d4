package io.github.spout4j.examples;

import io.github.spout4j.Spout;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import javax.swing.ImageIcon;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;

/** Shows a sender's frames in a window. Argument: the sender's name, or nothing for whichever is active. */
public final class ReceiveInSwing {
    private ReceiveInSwing() {}

    public static void main(String[] args) throws InterruptedException, InvocationTargetException {
        if (GraphicsEnvironment.isHeadless()) {
            System.err.println("This program shows a window, but Java finds no display here.");
            System.exit(1);
        }
        JLabel picture = new JLabel("waiting for a sender …", JLabel.CENTER);
        JFrame window = new JFrame("Spout");
        SwingUtilities.invokeAndWait(() -> {
            picture.setPreferredSize(new Dimension(960, 540));
            window.add(picture);
            window.pack();
            window.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
            window.setVisible(true);
        });
        try (Spout spout = Spout.open();
                SpoutReceiver receiver = args.length > 0
                        ? spout.receiver(args[0]).open()
                        : spout.receiver().open()) {
            while (window.isDisplayable()) {
                var received = receiver.receive(Duration.ofMillis(100));
                if (received.isPresent()) {
                    try (SpoutFrame frame = received.get()) {
                        BufferedImage image = frame.toImage();
                        // Waiting for Swing here keeps frames from piling up: a slow window skips some.
                        SwingUtilities.invokeAndWait(() -> {
                            picture.setText(null);
                            picture.setIcon(new ImageIcon(image));
                        });
                    }
                }
            }
        }
    }
}
